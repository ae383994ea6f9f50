using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>Where pieces are counted: a product, or one variant of it by its name.</summary>
public readonly record struct Shelf(ProductId ProductId, string? Variant = null);

/// <summary>
/// Pieces on a shelf now; null = not counted. A variant without a count of its own is counted with its product, and the
/// shelf is then the product's: all such variants draw on it together.
/// </summary>
public readonly record struct ShelfCount(Shelf CountedAs, int? Pieces);

/// <summary>Pieces to take from a shelf or to put back.</summary>
public sealed record StockMove(Shelf Shelf, int Quantity);

/// <summary>
/// Rules of stock. A count of null is not counted and never runs out. Whoever stores a move does it conditionally (only
/// while enough is left, or guarded by the row's version) in the transaction of the order: two customers race for the
/// last piece, and one gets it.
/// </summary>
public static class Stock
{
    /// <returns>What is left, or null when there is not enough.</returns>
    public static bool TryTake(int? onHand, int quantity, out int? left)
    {
        left = onHand - quantity;
        return quantity > 0 && left is null or >= 0;
    }

    public static int? PutBack(int? onHand, int quantity) => onHand + quantity;

    /// <summary>One move per product or variant; all lines or none.</summary>
    /// <param name="lines">The order's lines; several may draw on one count.</param>
    /// <param name="onHand">How a product or variant is counted.</param>
    public static Result<StockMove[]> TakeAll(IReadOnlyCollection<OrderLine> lines, Func<Shelf, ShelfCount> onHand)
    {
        foreach (var together in lines.GroupBy(line => onHand(line.Shelf)))
        {
            if (!TryTake(together.Key.Pieces, together.Sum(line => line.Quantity), out _))
            {
                return OrderErrors.OutOfStock(together.First().Name, Math.Max(0, together.Key.Pieces ?? 0));
            }
        }

        return MovesOf(lines);
    }

    public static StockMove[] MovesOf(IEnumerable<OrderLine> lines) =>
        [.. lines.GroupBy(line => line.Shelf).Select(shelf => new StockMove(shelf.Key, shelf.Sum(line => line.Quantity)))];
}
