using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>Where pieces are counted: a product, or one variant of it by its name.</summary>
public readonly record struct Shelf(ProductId ProductId, string? Variant = null);

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

    /// <summary>One move per shelf; all lines or none.</summary>
    /// <param name="lines">The order's lines; two may draw on one shelf.</param>
    /// <param name="onHand">Pieces on a shelf now; null = not counted.</param>
    public static Result<StockMove[]> TakeAll(IReadOnlyCollection<OrderLine> lines, Func<Shelf, int?> onHand)
    {
        var moves = MovesOf(lines);
        foreach (var move in moves)
        {
            if (!TryTake(onHand(move.Shelf), move.Quantity, out _))
            {
                var name = lines.First(line => line.Shelf == move.Shelf).Name;
                return OrderErrors.OutOfStock(name, Math.Max(0, onHand(move.Shelf) ?? 0));
            }
        }

        return moves;
    }

    public static StockMove[] MovesOf(IEnumerable<OrderLine> lines) =>
        [.. lines.GroupBy(line => line.Shelf).Select(shelf => new StockMove(shelf.Key, shelf.Sum(line => line.Quantity)))];
}
