using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Tenants;

/// <summary>A product that sells and will soon be gone.</summary>
/// <param name="Left">Pieces.</param>
/// <param name="DaysLeft">At the pace of late; 0 = today, or gone already.</param>
public sealed record LowStock(ProductId Id, string Name, int Left, int DaysLeft)
{
    /// <summary>Time enough to go and buy more.</summary>
    private const int Ahead = 3;

    private const int Shown = 3;

    /// <param name="products">Those that were sold and are still offered.</param>
    /// <param name="sold">Pieces of each in the days that are looked at.</param>
    /// <param name="days">How many those are.</param>
    public static IReadOnlyList<LowStock> Among(IEnumerable<Product> products, IReadOnlyDictionary<ProductId, int> sold, int days) =>
    [
        .. products
            .Where(p => p.PiecesLeft is not null)
            .Select(p => new LowStock(p.Id, p.Name, p.PiecesLeft!.Value, p.PiecesLeft.Value * days / sold[p.Id]))
            .Where(low => low.DaysLeft <= Ahead)
            .OrderBy(low => low.DaysLeft)
            .ThenBy(low => low.Name, StringComparer.Ordinal)
            .Take(Shown),
    ];
}
