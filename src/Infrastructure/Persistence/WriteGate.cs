namespace WaSaas.Infrastructure.Persistence;

/// <summary>
/// One writer at a time in this process. SQLite's own lock is unfair (a few callers wait for seconds, TENANCY.md 4); a
/// queue in front of it is fair and four times quicker at the tail.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        return new Exit(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Exit(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
