using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Wakes the conversation workers after a commit of this process; polling finds what other processes committed.</summary>
internal sealed class WorkSignals : IWorkSignals, IDisposable
{
    public WorkSignal Turns { get; } = new();

    public WorkSignal Outbox { get; } = new();

    public WorkSignal Media { get; } = new();

    /// <summary>What came in may hold a file as well.</summary>
    public void TurnsChanged()
    {
        Turns.Wake();
        Media.Wake();
    }

    public void OutboxChanged() => Outbox.Wake();

    public void Dispose()
    {
        Turns.Dispose();
        Outbox.Dispose();
        Media.Dispose();
    }
}

/// <summary>Remembers one wake-up, however often it is woken.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken ct) => _woken.WaitAsync(longest, ct);

    public void Wake()
    {
        lock (_woken)
        {
            if (_woken.CurrentCount == 0)
            {
                _woken.Release();
            }
        }
    }

    public void Dispose() => _woken.Dispose();
}
