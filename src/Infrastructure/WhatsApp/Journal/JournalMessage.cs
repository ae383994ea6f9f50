using System.Text.Json;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary><c>message</c> of the gateway protocol.</summary>
internal sealed record JournalMessage(
    string Id,
    string Chat,
    string? ChatAlt,
    bool FromMe,
    string? PushName,
    long Timestamp,
    string Kind,
    string? Text,
    double? Latitude,
    double? Longitude,
    string? Name,
    string? Address,
    string? TargetId,
    string? Emoji,
    string? QuotedId,
    JournalMedia? Media)
{
    private static readonly long Earliest = DateTimeOffset.UnixEpoch.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <exception cref="JsonException">It is not what the protocol says.</exception>
    public static JournalMessage Parse(byte[] json) =>
        JsonSerializer.Deserialize<JournalMessage>(json, GatewayProtocol.Json) ?? throw new JsonException("A journal row holds no message.");

    /// <returns>Null for what no conversation is about: groups, broadcasts, and notes of the vendor to herself.</returns>
    public ReceiveMessage? ToCommand(SessionId session, IReadOnlyCollection<Address> own)
    {
        var addresses = WhatsAppAddress.ParseAll(Chat, ChatAlt);
        if (WhatsAppAddress.Parse(Chat) is null || addresses.Any(own.Contains))
        {
            return null;
        }

        return new ReceiveMessage(
            Channel.WhatsApp,
            session,
            Id,
            Chat,
            addresses,
            WhatsAppAddress.PhoneNumberOf(addresses),
            PushName,
            FromMe,
            new MessageContent(KindOf(Kind), Says(), Latitude, Longitude, TargetId) { Media = Media?.ToMedia(Chat, FromMe), QuotedId = QuotedId },
            DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(Timestamp, Earliest, Latest)));
    }

    private string? Says() => Kind switch
    {
        "reaction" => Emoji,
        "location" or "live_location" => Joined(Name, Address) ?? Text,
        "contact" => Name ?? Text,
        "document" => Text ?? Media?.FileName,
        _ => Text,
    };

    private static string? Joined(params string?[] parts) =>
        string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;

    private static MessageKind KindOf(string kind) => kind switch
    {
        "text" => MessageKind.Text,
        "image" => MessageKind.Image,
        "audio" => MessageKind.Audio,
        "video" => MessageKind.Video,
        "document" => MessageKind.Document,
        "sticker" => MessageKind.Sticker,
        "location" or "live_location" => MessageKind.Location,
        "contact" => MessageKind.Contact,
        "reaction" => MessageKind.Reaction,
        "edit" => MessageKind.Edit,
        "delete" => MessageKind.Delete,
        "poll" => MessageKind.Poll,
        "order" => MessageKind.Order,
        _ => MessageKind.Unsupported,
    };
}
