using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Benchmarks.Negotiation;

/// <summary>A product with its secret floor, and the most that this customer would pay. A deal is possible when limit ≥ floor.</summary>
internal sealed record Sale(long List, long Floor, long Limit, Subject Subject)
{
    public bool IsPossible => Limit >= Floor;

    /// <summary>What there is to share between the two.</summary>
    public long Surplus => Math.Min(Limit, List) - Floor;
}

/// <summary>
/// Seeded sales, the same ones for every style: largest discounts of 9 to 30 %, limits of 70 to 110 % of the price, prices
/// of 60 to 159 steps. About seven in ten have a zone of agreement, as in the design's prototype.
/// </summary>
internal static class Market
{
    private static readonly long[] Steps = [50, 250, 500, 1000];

    public static IEnumerable<Sale> Draw(int seed, int count, NegotiationStyle style)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var step = Steps[random.Next(Steps.Length)];
            yield return Draw(random, step, step * random.Next(60, 160), style);
        }
    }

    private static Sale Draw(Random random, long step, long list, NegotiationStyle style)
    {
        var discount = random.Next(9, 31);
        var limit = list * random.Next(700, 1101) / 1000;
        var floor = ((list * (100 - discount)) + (100 * step) - 1) / (100 * step) * step;
        var terms = new PriceTerms(list, step) { MaxDiscountPercent = discount, Style = style };
        return new Sale(list, floor, limit, new ProductSubject(Id.New<ProductId>(), PriceRule.Create(terms).Value!));
    }
}
