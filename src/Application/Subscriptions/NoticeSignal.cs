namespace WaSaas.Application.Subscriptions;

/// <summary>Wakes whoever works on the inbox; remembers one wake-up, however often it is woken.</summary>
public sealed class NoticeSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken ct) => _woken.WaitAsync(longest, ct);

    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }

    public void Dispose() => _woken.Dispose();
}
