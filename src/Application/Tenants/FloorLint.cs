using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>
/// A vendor's own text is quoted to customers as it is. A number in it that lies close to a floor price gives the floor
/// away: she is warned, and decides.
/// </summary>
internal static class FloorLint
{
    private const int ClosePercent = 2;

    public static IReadOnlyList<Money> Find(Tenant shop, IReadOnlyCollection<Prices> products)
    {
        var isPublic = products.Select(p => p.List).ToHashSet();
        var floors = products.Where(p => p.Floor < p.List).Select(p => p.Floor!.Value).ToHashSet();
        return
        [
            .. TextsOf(shop)
                .SelectMany(text => Amounts.In(text, shop.Currency))
                .Where(amount => !amount.IsPercent)
                .Select(amount => amount.Minor)
                .Distinct()
                .Where(amount => !isPublic.Contains(amount) && floors.Any(floor => Math.Abs(amount - floor) * 100 <= floor * ClosePercent))
                .Select(shop.Price),
        ];
    }

    private static IEnumerable<string> TextsOf(Tenant shop) =>
        new[] { shop.Assistant.Greeting, shop.Facts.Returns, shop.Address }.Concat(shop.Facts.Payment).OfType<string>();

    /// <param name="List">Public.</param>
    /// <param name="Floor">The vendor's secret; null when there is none.</param>
    internal sealed record Prices(long List, long? Floor);
}
