using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>
/// Products as this customer finds them, each read once. In a simulation their stock is the shop's, less what the
/// simulation ordered itself: the shop's own count is not touched.
/// </summary>
internal sealed class DeskProducts(DeskSources sources, IReadOnlyList<Order> orders, TurnContext turn)
{
    private readonly Dictionary<ProductId, Product?> _known = [];
    private readonly OrderLine[] _taken =
        turn.IsTest ? [.. orders.Where(order => order.HoldsStock && order.ConversationId == turn.ConversationId).SelectMany(order => order.Lines)] : [];

    /// <summary>Null when the shop does not sell it now.</summary>
    public async Task<Product?> FindAsync(string sku, CancellationToken ct) =>
        await sources.Search.FindAsync(sku, ct) is { } item ? await FindAsync(item.Id, ct) : null;

    public async Task<Product?> FindAsync(ProductId id, CancellationToken ct)
    {
        if (!_known.TryGetValue(id, out var product))
        {
            product = await sources.Db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ArchivedAt == null, ct);
            _known[id] = product;
            TakeTested(product);
        }

        return product;
    }

    /// <summary>Those of them that are sold now, in their order.</summary>
    public async Task<IReadOnlyList<Product>> FindAllAsync(IReadOnlyCollection<ProductId> ids, CancellationToken ct)
    {
        var unknown = ids.Where(id => !_known.ContainsKey(id)).ToArray();
        foreach (var product in unknown.Length == 0 ? [] : await sources.Db.Products.AsNoTracking().Where(p => unknown.Contains(p.Id) && p.ArchivedAt == null).ToListAsync(ct))
        {
            _known[product.Id] = product;
            TakeTested(product);
        }

        return [.. ids.Select(Known).OfType<Product>()];
    }

    /// <summary>Read by now; null when nobody asked for it, or it is not sold.</summary>
    public Product? Known(ProductId id) => _known.GetValueOrDefault(id);

    public CatalogueItem AsSeen(CatalogueItem item)
    {
        var taken = _taken.Where(line => line.Shelf.ProductId == item.Id).Sum(line => line.Quantity);
        return taken == 0 || item.Stock is null ? item : item with { Stock = Math.Max(0, item.Stock.Value - taken) };
    }

    /// <summary>What is not sold any more has no pieces.</summary>
    public ShelfCount Count(Shelf shelf)
    {
        if (Known(shelf.ProductId) is not { } product)
        {
            return new ShelfCount(shelf, 0);
        }

        var ownCount = shelf.Variant is { } name && product.Variants.Any(v => v.IsCalled(name) && v.Stock is not null);
        return new ShelfCount(ownCount ? shelf : new Shelf(shelf.ProductId), product.StockOf(shelf.Variant));
    }

    public Task<IReadOnlyList<CatalogueItem>> CheaperAsync(Product product, int limit, CancellationToken ct) =>
        sources.Search.CheaperAsync(product.Id, limit, ct);

    private void TakeTested(Product? product)
    {
        foreach (var line in product is null ? [] : _taken.Where(line => line.Shelf.ProductId == product.Id))
        {
            product!.TakeStock(line.Shelf.Variant, Math.Min(line.Quantity, product.StockOf(line.Shelf.Variant) ?? line.Quantity));
        }
    }
}
