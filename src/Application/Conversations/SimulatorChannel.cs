using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>The simulator's way out: the outbox row itself is what the page reads, so it has arrived when it is sent.</summary>
internal sealed class SimulatorChannel : IMessagingChannel
{
    public Channel Channel => Channel.Simulator;

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct) => Task.FromResult(new SendOutcome(SendResult.Delivered));

    public Task ShowTypingAsync(SessionId? session, string chat, bool typing, CancellationToken ct) => Task.CompletedTask;

    public Task MarkReadAsync(SessionId? session, string chat, IReadOnlyList<string> externalIds, CancellationToken ct) => Task.CompletedTask;
}
