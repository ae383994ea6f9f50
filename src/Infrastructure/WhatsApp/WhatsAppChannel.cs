using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The way out over a linked number.</summary>
internal sealed class WhatsAppChannel(SessionRequests sessions, IFileStore files) : IMessagingChannel
{
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MannersPatience = TimeSpan.FromSeconds(5);

    private static readonly SendOutcome Unsupported = new(SendResult.Refused, "unsupported_message");

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.Session is not { } session)
        {
            return Unsupported;
        }

        if (!sessions.IsConnected(session))
        {
            return new SendOutcome(SendResult.NotConnected);
        }

        if (message.Content is not { Kind: MessageKind.Image or MessageKind.Audio, File: { } file })
        {
            return BodyOf(message) is { } body ? await SendAsync(session, body, ct) : Unsupported;
        }

        using var copy = await LentFile.OfAsync(files, file, ct);
        return copy is null ? new SendOutcome(SendResult.Refused, "file_missing") : await SendAsync(session, BodyOf(message, copy), ct);
    }

    private async Task<SendOutcome> SendAsync(SessionId session, object body, CancellationToken ct)
    {
        try
        {
            await sessions.AskAsync(session, "message.send", body, SendPatience, ct);
            return new SendOutcome(SendResult.HandedOver);
        }
        catch (GatewayRefusal e)
        {
            return OutcomeOf(e);
        }
    }

    public Task ShowTypingAsync(SessionId? session, string chat, bool typing, CancellationToken ct) =>
        TryAsync(session, "presence", new { chat, state = typing ? "composing" : "paused" }, ct);

    public Task MarkReadAsync(SessionId? session, string chat, IReadOnlyList<string> externalIds, CancellationToken ct) =>
        externalIds.Count == 0 ? Task.CompletedTask : TryAsync(session, "message.read", new { chat, ids = externalIds }, ct);

    private static object BodyOf(OutgoingMessage message, LentFile file) => message.Content is { Kind: MessageKind.Audio, Media: var media }
        ? new { messageId = message.ExternalId, chat = message.Chat, kind = "audio", path = file.Path, mime = file.Mime, seconds = media?.Seconds ?? 1, waveform = media?.Waveform }
        : new { messageId = message.ExternalId, chat = message.Chat, kind = "image", path = file.Path, mime = file.Mime, text = message.Content.Text };

    private static object? BodyOf(OutgoingMessage message) => message.Content switch
    {
        { Kind: MessageKind.Text, Text: { Length: > 0 } text } => new { messageId = message.ExternalId, chat = message.Chat, kind = "text", text },
        { Kind: MessageKind.Location, Latitude: { } latitude, Longitude: { } longitude } => new
        {
            messageId = message.ExternalId,
            chat = message.Chat,
            kind = "location",
            latitude,
            longitude,
            name = message.Content.Text,
        },
        _ => null,
    };

    private static SendOutcome OutcomeOf(GatewayRefusal refusal) => refusal.Code switch
    {
        // Refused before anything was done: nothing left.
        "not_connected" or "unknown_session" or "stale_owner" or GatewayRefusal.LinkDown => new SendOutcome(SendResult.NotConnected, refusal.Code),
        "bad_request" or "media_too_large" or "file_missing" => new SendOutcome(SendResult.Refused, refusal.Code),
        _ => new SendOutcome(SendResult.Failed, refusal.Code),
    };

    /// <summary>Read marks and typing are manners: without a connection they are left out.</summary>
    private async Task TryAsync(SessionId? session, string type, object body, CancellationToken ct)
    {
        if (session is { } id && sessions.IsConnected(id))
        {
            try
            {
                await sessions.AskAsync(id, type, body, MannersPatience, ct);
            }
            catch (GatewayRefusal)
            {
                // The message itself tells about the connection.
            }
        }
    }
}
