namespace WaSaas.Domain.Negotiation;

/// <summary>
/// How a style gives way on one price, for the vendor's own eyes: it names what lies near the floor.
/// </summary>
/// <param name="Style">Which style.</param>
/// <param name="Offers">Public price first, then what a customer hears who comes up each time; the last one is the final offer.</param>
/// <param name="LowestTaken">The lowest number of a customer that is ever taken.</param>
/// <param name="MostGivenPercent">The part of the way from public price to floor that may be given at most.</param>
public sealed record StyleCurve(NegotiationStyle Style, IReadOnlyList<long> Offers, long LowestTaken, int MostGivenPercent)
{
    /// <summary>Null when the price leaves nothing to haggle about.</summary>
    public static StyleCurve? Of(PriceRule rule)
    {
        var (concession, terms) = (rule.At(1), rule.Terms);
        if (!concession.LeavesRoom)
        {
            return null;
        }

        var offers = Enumerable.Range(0, terms.Rounds).Select(round => concession.Planned(2 * round)).ToList();
        offers.Add(Math.Min(offers[^1], concession.FinalOffer));
        return new StyleCurve(rule.Style, offers, concession.LastAcceptable, terms.MostGiven / 10);
    }
}
