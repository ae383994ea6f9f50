using System.Collections.Concurrent;
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
    /// <param name="burst">One burst, oldest first.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="at">The simulation's clock; null = now. It must not go back.</param>
    public async Task<Simulated> SendAsync(string conversation, IReadOnlyList<SimulatedMessage> burst, CancellationToken ct, DateTimeOffset? at = null)
    {
        using var turn = await queues.EnterAsync(new(tenant.Id, conversation), ct);
        ConversationId? id = null;
        foreach (var message in burst)
        {
            id = (await mediator.Send(Receive(conversation, message, at ?? clock.GetUtcNow()), ct)).ConversationId;
        }

        if (id is null)
        {
            return new Simulated([], null);
        }

        var before = (await mediator.Send(new GetThread(id.Value, Take: 1), ct))!.LastSequence;
        var answer = await turns.ForAsync(id.Value, ct);
        await deliver.ForAsync(id.Value, ct);
        var thread = await mediator.Send(new GetThread(id.Value), ct);
        return new Simulated([.. thread!.Messages.Where(m => m.Sequence > before && m.Author == MessageAuthor.Assistant)], answer);
    }

    /// <summary>Forgets everything of that conversation.</summary>
    public async Task ResetAsync(string conversation, CancellationToken ct)
    {
        using var turn = await queues.EnterAsync(new(tenant.Id, conversation), ct);
        await mediator.Send(new ForgetSimulation(conversation), ct);
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
public sealed record Simulated(IReadOnlyList<ThreadMessage> Replies, AssistantAnswer? Answer);

/// <summary>One caller at a time per simulated conversation of a shop.</summary>
public sealed class SimulatorQueues
{
    private readonly ConcurrentDictionary<Key, Queue> _queues = new();

    public async Task<IDisposable> EnterAsync(Key key, CancellationToken ct)
    {
        Queue queue;
        do
        {
            queue = _queues.GetOrAdd(key, _ => new Queue());
        }
        while (!queue.Join());

        try
        {
            await queue.Turn.WaitAsync(ct);
            return new Exit(this, key, queue);
        }
        catch
        {
            Leave(key, queue);
            throw;
        }
    }

    private void Leave(Key key, Queue queue)
    {
        if (queue.Leave())
        {
            _queues.TryRemove(KeyValuePair.Create(key, queue));
        }
    }

    public readonly record struct Key(TenantId Tenant, string Conversation);

    private sealed class Queue
    {
        private int _waiting;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>False when the last one has just left: the queue is gone, make a new one.</summary>
        public bool Join()
        {
            lock (Turn)
            {
                return _waiting >= 0 && ++_waiting > 0;
            }
        }

        public bool Leave()
        {
            lock (Turn)
            {
                if (--_waiting > 0)
                {
                    return false;
                }

                _waiting = -1;
                return true;
            }
        }
    }

    private sealed class Exit(SimulatorQueues queues, Key key, Queue queue) : IDisposable
    {
        public void Dispose()
        {
            queue.Turn.Release();
            queues.Leave(key, queue);
        }
    }
}
