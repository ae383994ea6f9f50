using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// State of one shop's catalogue. Every change of a product counts its version up and none is ever deleted, so the sum
/// moves with each change, whichever process made it. A plan may offer fewer than there are.
/// </summary>
internal readonly record struct CatalogueState(TenantId Tenant, int Products, long Changes, int Offered = int.MaxValue);

/// <summary>Indexes of the shops that were asked last, bounded by the number of products they hold together.</summary>
internal sealed class CatalogueIndexes(int capacity = CatalogueIndexes.DefaultCapacity)
{
    /// <summary>About 0.6 kB a product.</summary>
    public const int DefaultCapacity = 200_000;
    private const int CostOfAnyShop = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<TenantId, LinkedListNode<Entry>> _byTenant = [];
    private readonly LinkedList<Entry> _lastUsedFirst = new();
    private int _cost;

    public CatalogueIndex? Find(CatalogueState state)
    {
        lock (_lock)
        {
            if (!_byTenant.TryGetValue(state.Tenant, out var node) || node.Value.State != state)
            {
                return null;
            }

            _lastUsedFirst.Remove(node);
            _lastUsedFirst.AddFirst(node);
            return node.Value.Index;
        }
    }

    public void Keep(CatalogueState state, CatalogueIndex index)
    {
        lock (_lock)
        {
            Forget(state.Tenant);
            _byTenant[state.Tenant] = _lastUsedFirst.AddFirst(new Entry(state, index));
            _cost += CostOf(index);
            while (_cost > capacity && _lastUsedFirst.Count > 1)
            {
                Forget(_lastUsedFirst.Last!.Value.State.Tenant);
            }
        }
    }

    private static int CostOf(CatalogueIndex index) => index.Count + CostOfAnyShop;

    private void Forget(TenantId tenant)
    {
        if (_byTenant.Remove(tenant, out var node))
        {
            _lastUsedFirst.Remove(node);
            _cost -= CostOf(node.Value.Index);
        }
    }

    private sealed record Entry(CatalogueState State, CatalogueIndex Index);
}
