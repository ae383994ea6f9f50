namespace WaSaas.Infrastructure.WhatsApp.Fleet;

/// <summary>Something has happened after which sessions that do not run may be started.</summary>
internal sealed class RecoverySignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Raise() => _raised.Release();

    /// <summary>Settles at the next signal or after a while; several signals are one.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        await _raised.WaitAsync(atMost, ct);
        while (_raised.CurrentCount > 0)
        {
            await _raised.WaitAsync(ct);
        }
    }

    public void Dispose() => _raised.Dispose();
}
