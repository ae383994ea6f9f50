using WaSaas.Domain.Catalogue;

namespace WaSaas.Domain.Negotiation;

/// <summary>
/// Ways out when the price stands still. Whatever they cost is paid from the same headroom: none costs the shop more than
/// the lowest number it would still take, so no sum falls below its floors.
/// </summary>
internal sealed class Deadlock(Subject subject, HaggleState state, int quantity, long? customerTotal)
{
    private readonly long _standing = new Haggle(subject.Rule, state, quantity).Standing;

    public IReadOnlyList<Alternative> WaysOut(SalesAids aids)
    {
        Alternative?[] ways = [NextTier(), Bundle(aids.Accessory), FreeDelivery(aids.DeliveryFee), CheaperSimilar(aids.Similar), AskVendor()];
        return [.. ways.OfType<Alternative>()];
    }

    /// <summary>What is left to give on top of the standing price, for all pieces.</summary>
    private long Reserve()
    {
        var concession = subject.Rule.At(quantity);
        return concession.LeavesRoom ? Math.Max(0, _standing - concession.LastAcceptable) * quantity : 0;
    }

    private Alternative? NextTier()
    {
        var tier = subject.Rule.Tiers.FirstOrDefault(tier => tier.MinQuantity > quantity);
        if (tier is null)
        {
            return null;
        }

        var unit = new Haggle(subject.Rule, state, tier.MinQuantity).Standing;
        return unit < _standing
            ? new(AlternativeKind.NextTier, tier.MinQuantity, subject.Split(tier.MinQuantity, unit * tier.MinQuantity))
            : null;
    }

    /// <summary>The accessory goes down to its own final price at most, and only as far as the reserve pays for it.</summary>
    private Alternative? Bundle(Accessory? accessory)
    {
        if (accessory?.Rule.At(1) is not { LeavesRoom: true } own)
        {
            return null;
        }

        var price = Math.Max(own.FinalOffer, Concession.RoundUp(Math.Max(0, own.Anchor - Reserve()), own.Step));
        return price < own.Anchor
            ? new(AlternativeKind.Bundle, quantity, [.. OwnLines(), new PriceLine(accessory.Product, 1, price)])
            : null;
    }

    private Alternative? FreeDelivery(long? fee) => fee > 0 && fee <= Reserve()
        ? new(AlternativeKind.FreeDelivery, quantity, OwnLines()) { WaivedDelivery = fee.Value }
        : null;

    /// <summary>The dearest that the customer's number pays for, else the cheapest.</summary>
    private Alternative? CheaperSimilar(IReadOnlyList<SimilarProduct> similar)
    {
        var cheaper = similar.Where(other => other.PublicPrice < _standing).OrderBy(other => other.PublicPrice).ToArray();
        var best = cheaper.LastOrDefault(other => other.PublicPrice <= state.BestNumber) ?? cheaper.FirstOrDefault();
        return best is null
            ? null
            : new(AlternativeKind.CheaperSimilar, quantity, [new PriceLine(best.Product, quantity, best.PublicPrice * quantity)]);
    }

    private Alternative? AskVendor() => (customerTotal ?? (state.BestNumber * quantity)) is > 0 and var total
        ? new(AlternativeKind.AskVendor, quantity, []) { CustomerTotal = total }
        : null;

    private IReadOnlyList<PriceLine> OwnLines() => subject.Split(quantity, _standing * quantity);
}
