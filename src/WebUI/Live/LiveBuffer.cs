namespace WaSaas.WebUI.Live;

/// <summary>The newest announcements of one shop.</summary>
internal sealed class LiveBuffer(long start)
{
    public const int Capacity = 256;

    private readonly Lock _gate = new();
    private readonly Queue<LiveEvent> _events = new();

    /// <summary>Everything up to here is forgotten.</summary>
    private long _floor = start;
    private long _last = start;
    private TaskCompletionSource _changed = NewSignal();

    /// <param name="next">Called inside the lock, so that numbers stand in the buffer in order.</param>
    public void Add(Func<LiveEvent> next)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            var added = next();
            _events.Enqueue(added);
            _last = added.Sequence;
            if (_events.Count > Capacity)
            {
                _floor = _events.Dequeue().Sequence;
            }

            (waiting, _changed) = (_changed, NewSignal());
        }

        waiting.SetResult();
    }

    public async Task<LiveBatch> WaitAsync(long after, CancellationToken ct)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (after < _floor)
                {
                    return new LiveBatch(Missed: true, [], _last);
                }

                if (after < _last)
                {
                    return new LiveBatch(Missed: false, [.. _events.Where(e => e.Sequence > after)], _last);
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
