namespace WaSaas.Infrastructure.Persistence;

/// <summary>
/// One writer at a time in this process. SQLite's own lock is unfair (a few callers wait for seconds, TENANCY.md 4); a
/// queue in front of it is fair and four times quicker at the tail. Who is urgent goes first, but not for ever: after a
/// few of them in a row it is somebody else's turn.
/// </summary>
public sealed class WriteGate
{
    private const int UrgentInARow = 8;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _urgent = new();
    private readonly Queue<TaskCompletionSource> _others = new();
    private bool _isTaken;
    private int _inARow;

    public Task<IDisposable> EnterAsync(CancellationToken ct) => EnterAsync(_others, ct);

    /// <summary>Before everybody else who waits: a customer's message is not acknowledged until this is written.</summary>
    public Task<IDisposable> EnterFirstAsync(CancellationToken ct) => EnterAsync(_urgent, ct);

    private async Task<IDisposable> EnterAsync(Queue<TaskCompletionSource> queue, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (WaiterIn(queue) is { } waiter)
        {
            // Either the turn is given or the wait ends, never both.
            await using var giveUp = ct.UnsafeRegister(_ => waiter.TrySetCanceled(ct), null);
            await waiter.Task;
        }

        return new Exit(this);
    }

    /// <returns>Null when the gate is open: it is taken then.</returns>
    private TaskCompletionSource? WaiterIn(Queue<TaskCompletionSource> queue)
    {
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return null;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Enqueue(waiter);
            return waiter;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (Next() is { } waiter)
            {
                if (waiter.TrySetResult())
                {
                    return;
                }
            }

            _isTaken = false;
        }
    }

    private TaskCompletionSource? Next()
    {
        var isUrgent = _urgent.Count > 0 && (_inARow < UrgentInARow || _others.Count == 0);
        _inARow = isUrgent ? _inARow + 1 : 0;
        return (isUrgent ? _urgent : _others).TryDequeue(out var next) ? next : null;
    }

    private sealed class Exit(WriteGate gate) : IDisposable
    {
        private WriteGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
