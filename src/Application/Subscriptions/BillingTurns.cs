using System.Collections.Concurrent;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Subscriptions;

/// <summary>One billing change of a shop at a time, however often something is clicked; one host owns the data, so memory is enough.</summary>
internal sealed class BillingTurns
{
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> _turns = new();

    public async Task<IDisposable> EnterAsync(TenantId shop, CancellationToken ct)
    {
        var turn = _turns.GetOrAdd(shop, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        return new Leave(turn);
    }

    private sealed class Leave(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
