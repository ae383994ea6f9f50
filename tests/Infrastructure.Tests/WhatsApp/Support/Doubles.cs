using System.Collections.Concurrent;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Speech;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>Says back what it heard, so that a test sees which message was answered; asked for a photo, it sends one.</summary>
internal sealed class EchoAssistant : IAssistant
{
    public const string PhotoFile = "0123456789abcdef0123456789abcdef.jpg";

    public Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct) =>
        Task.FromResult(new AssistantAnswer([Reply(string.Join(" | ", turn.Incoming.Select(m => m.Text)))], "fr", null, "embedded", []));

    private static AssistantReply Reply(string heard) => heard == "photo"
        ? new AssistantReply(ReplyKind.Image, "Bazin riche") { Sku = "bazin-riche", File = PhotoFile }
        : AssistantReply.OfText("re: " + heard);
}

/// <summary>Hears how much there is to hear.</summary>
internal sealed class CountingEars : ISpeechToText
{
    public bool IsConfigured => true;

    public Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct) =>
        Task.FromResult(Hearing.Of(new Transcript($"{recording.Content.Length} bytes heard", 0.9, "fr")));
}

internal sealed class RecordingLive : ILive
{
    public ConcurrentQueue<(Guid Tenant, string Topic)> Announced { get; } = new();

    public void Announce(Guid tenantId, string topic, Guid? subjectId = null) => Announced.Enqueue((tenantId, topic));
}

internal sealed class Nobody : ICurrentUser
{
    public UserId? Id => null;

    public Role? Role => null;
}

internal sealed class ConfirmedOwner : IConfirmedEmail
{
    public Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct) => Task.FromResult(true);
}
