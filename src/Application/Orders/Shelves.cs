using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>
/// The products that an order touches, in its own transaction. Their versions are checked at save: of two customers who
/// race for the last piece, one gets it.
/// </summary>
internal sealed class Shelves(Dictionary<ProductId, Product> products)
{
    public static async Task<Shelves> OfAsync(IAppDbContext db, IEnumerable<OrderLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.Shelf.ProductId).Distinct().ToArray();
        return new Shelves(await db.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct));
    }

    /// <summary>What is not sold any more has no pieces.</summary>
    public ShelfCount Count(Shelf shelf)
    {
        if (!products.TryGetValue(shelf.ProductId, out var product) || product.ArchivedAt is not null)
        {
            return new ShelfCount(shelf, 0);
        }

        var ownCount = shelf.Variant is { } name && product.Variants.Any(v => v.IsCalled(name) && v.Stock is not null);
        return new ShelfCount(ownCount ? shelf : new Shelf(shelf.ProductId), product.StockOf(shelf.Variant));
    }

    public Result Take(IEnumerable<StockMove> moves)
    {
        foreach (var move in moves)
        {
            var product = products[move.Shelf.ProductId];
            if (product.TakeStock(move.Shelf.Variant, move.Quantity).Error is not null)
            {
                return OrderErrors.OutOfStock(product.Name, Count(move.Shelf).Pieces ?? 0);
            }
        }

        return Result.Ok;
    }

    public void PutBack(IEnumerable<StockMove> moves)
    {
        foreach (var move in moves.Where(move => products.ContainsKey(move.Shelf.ProductId)))
        {
            products[move.Shelf.ProductId].ReturnStock(move.Shelf.Variant, move.Quantity);
        }
    }
}
