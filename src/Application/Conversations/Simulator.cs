using MediatR;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// The simulator is a channel, not a copy: the messages are received, answered and delivered by the same use cases as
/// WhatsApp's, only at once and in the caller's order. Calls on one conversation queue.
/// </summary>
public sealed class Simulator(IMediator mediator, ITenantScope tenant, RunTurn turns, Deliver deliver, SimulatorQueues queues, TimeProvider clock)
{
    public const int MaxConversationLength = 100;

    /// <param name="conversation">Any id chosen by the caller, 1 to 100 characters.</param>
    /// <param name="burst">One burst, oldest first, at least one message.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="at">The simulation's clock; null = it runs on from the last message, a new one from now. It must not go back.</param>
    /// <param name="trial">What is tried out in this turn only.</param>
    public async Task<Simulated> SendAsync(
        string conversation, IReadOnlyList<SimulatedMessage> burst, CancellationToken ct, DateTimeOffset? at = null, Trial? trial = null)
    {
        using var turn = await queues.EnterAsync(new(tenant.Id, conversation), ct);
        var known = await mediator.Send(new GetSimulation(conversation), ct);
        if (at < known?.LastAt)
        {
            return Simulated.Refuse(ConversationErrors.ClockWentBack);
        }

        var now = at ?? known?.Clock ?? clock.GetUtcNow();
        var id = await ReceiveAsync(conversation, burst, now, ct);
        var answer = await turns.ForAsync(id, ct, now, trial);
        await deliver.ForAsync(id, ct);
        var thread = (await mediator.Send(new GetThread(id), ct))!;
        return new Simulated([.. thread.Messages.Where(m => m.Sequence > (known?.LastSequence ?? 0) && m.Author == MessageAuthor.Assistant)], answer)
        {
            Id = id,
            Desk = await mediator.Send(new GetDesk(id, answer?.Language), ct),
        };
    }

    /// <summary>Forgets everything of that conversation.</summary>
    public async Task ResetAsync(string conversation, CancellationToken ct)
    {
        using var turn = await queues.EnterAsync(new(tenant.Id, conversation), ct);
        await mediator.Send(new ForgetSimulation(conversation), ct);
    }

    private async Task<ConversationId> ReceiveAsync(string conversation, IReadOnlyList<SimulatedMessage> burst, DateTimeOffset at, CancellationToken ct)
    {
        ConversationId id = default;
        foreach (var message in burst)
        {
            id = (await mediator.Send(Receive(conversation, message, at), ct)).ConversationId;
        }

        return id;
    }

    private static ReceiveMessage Receive(string conversation, SimulatedMessage message, DateTimeOffset at) => new(
        Channel.Simulator,
        null,
        OutgoingIds.New(),
        conversation,
        [new Address(AddressKind.Simulator, conversation)],
        null,
        null,
        message.FromVendor,
        message.Content,
        at);
}

public sealed record SimulatedMessage(bool FromVendor, MessageContent Content);

/// <param name="Replies">What the customer's phone would show, in order.</param>
/// <param name="Answer">How it came about; null when nobody had to answer.</param>
public sealed record Simulated(IReadOnlyList<ThreadMessage> Replies, AssistantAnswer? Answer)
{
    public ConversationId Id { get; init; }

    /// <summary>Where the business stands after this turn.</summary>
    public DeskState? Desk { get; init; }

    /// <summary>Set when nothing was done.</summary>
    public Error? Refused { get; private init; }

    public static Simulated Refuse(Error error) => new([], null) { Refused = error };
}
