using System.Collections.Concurrent;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Conversations;

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
