using System.Collections.Concurrent;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>Says back what it heard, so that a test sees which message was answered.</summary>
internal sealed class EchoAssistant : IAssistant
{
    public Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct) =>
        Task.FromResult(new AssistantAnswer([AssistantReply.OfText("re: " + string.Join(" | ", turn.Incoming.Select(m => m.Text)))], "fr", null, "embedded", []));
}

internal sealed class RecordingLive : ILive
{
    public ConcurrentQueue<(Guid Tenant, string Topic)> Announced { get; } = new();

    public void Announce(Guid tenantId, string topic, Guid? subjectId = null) => Announced.Enqueue((tenantId, topic));
}

internal sealed class Nobody : ICurrentUser
{
    public UserId? Id => null;
}

internal sealed class ConfirmedOwner : IConfirmedEmail
{
    public Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct) => Task.FromResult(true);
}
