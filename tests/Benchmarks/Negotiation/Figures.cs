using WaSaas.Domain.Negotiation;

namespace WaSaas.Benchmarks.Negotiation;

/// <summary>How one haggle ended. Turns: moves that pressed for a price; the closing "agreed" is none.</summary>
internal sealed record Ending(Sale Sale, long? Price, int Turns);

/// <summary>All in percent but the turns; null = the design gives no figure.</summary>
internal sealed record Figures(double Deals, double SellerShare, double? TurnsMean, double? TurnsP95, double Discount, double AboveMidpoint)
{
    public static Figures Of(IReadOnlyCollection<Ending> endings)
    {
        var deals = endings.Where(ending => ending.Price is not null).ToArray();
        var turns = deals.Select(deal => deal.Turns).Order().ToArray();
        return new Figures(
            100.0 * deals.Length / endings.Count,
            100 * deals.Average(deal => deal.Sale.Surplus == 0 ? 1 : (double)(deal.Price!.Value - deal.Sale.Floor) / deal.Sale.Surplus),
            turns.Average(),
            turns[turns.Length * 95 / 100],
            100 * deals.Average(deal => 1 - ((double)deal.Price!.Value / deal.Sale.List)),
            100.0 * deals.Count(deal => 2 * (deal.Price!.Value - deal.Sale.Floor) >= deal.Sale.Surplus) / deals.Length);
    }
}

/// <summary>The prototype's table in the design, ASSISTANT.md 2.2.</summary>
internal static class Design
{
    public static Figures Of(string buyers, NegotiationStyle style) => (buyers, style) switch
    {
        ("mixed", NegotiationStyle.Firm) => new(80, 70, 3.3, 5, 9, 76),
        ("mixed", NegotiationStyle.Balanced) => new(92.5, 67, 3.3, 5, 11, 76),
        ("mixed", NegotiationStyle.Generous) => new(100, 59, 3.3, 5, 13, 56),
        ("nagger", NegotiationStyle.Firm) => new(57, 72, null, null, 7, 100),
        ("nagger", NegotiationStyle.Balanced) => new(78, 46, null, null, 13, 29),
        ("nagger", NegotiationStyle.Generous) => new(92, 22, null, null, 18, 8),
        ("prober", NegotiationStyle.Firm) => new(57, 72, null, null, 7, 100),
        ("prober", NegotiationStyle.Balanced) => new(92.5, 29, null, null, 17, 14),
        ("prober", NegotiationStyle.Generous) => new(100, 13, null, null, 19, 8),
        _ => throw new ArgumentOutOfRangeException(nameof(buyers), buyers, "The design has no such row."),
    };
}
