using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

/// <summary>A public price per piece from a quantity on, in minor units.</summary>
public sealed record PriceTier(int MinQuantity, long UnitPrice);

/// <summary>
/// What a vendor wrote about a product's price, shop defaults filled in. Amounts are minor units of the shop's currency.
/// Without a floor and without a largest discount the price is not negotiable.
/// </summary>
public sealed record PriceTerms(long ListPrice, long Step)
{
    public long? FloorPrice { get; init; }

    public int? MaxDiscountPercent { get; init; }

    public NegotiationStyle Style { get; init; } = NegotiationStyle.Balanced;

    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    public bool Negotiable { get; init; } = true;

    public TimeSpan Validity { get; init; } = TimeSpan.FromHours(48);

    public TimeSpan CoolDown { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>
/// A product's price terms without contradiction. The floor stays inside Domain: nothing public tells it, and there is no
/// text form that could.
/// </summary>
public sealed class PriceRule
{
    public const int MaxQuantity = 10_000;
    public static readonly TimeSpan MaxValidity = TimeSpan.FromDays(30);
    public static readonly TimeSpan MaxCoolDown = TimeSpan.FromDays(365);

    private readonly PriceTier[] _tiers;
    private readonly bool _negotiable;

    private PriceRule(PriceTerms terms, PriceTier[] tiers)
    {
        (ListPrice, Step, Style, Validity, CoolDown) = (terms.ListPrice, terms.Step, terms.Style, terms.Validity, terms.CoolDown);
        (_tiers, _negotiable) = (tiers, terms.Negotiable);
        Floor = FloorOf(terms);
    }

    public long ListPrice { get; }

    public long Step { get; }

    public NegotiationStyle Style { get; }

    public TimeSpan Validity { get; }

    public TimeSpan CoolDown { get; }

    public IReadOnlyList<PriceTier> Tiers => _tiers;

    internal long Floor { get; }

    internal StyleTerms Terms => StyleTerms.Of(Style);

    public static Result<PriceRule> Create(PriceTerms terms)
    {
        var tiers = terms.Tiers.OrderBy(tier => tier.MinQuantity).ToArray();
        var error = WrongPrice(terms) ?? WrongManner(terms) ?? WrongTier(terms, tiers);
        return error is null ? new PriceRule(terms, tiers) : error;
    }

    /// <summary>What anybody pays per piece at this quantity.</summary>
    public long PublicPrice(int quantity)
    {
        var price = ListPrice;
        foreach (var tier in _tiers.TakeWhile(tier => tier.MinQuantity <= quantity))
        {
            price = tier.UnitPrice;
        }

        return price;
    }

    internal Concession At(int quantity)
    {
        var anchor = PublicPrice(quantity);
        return new Concession(anchor, _negotiable ? Floor : anchor, Step, Terms);
    }

    private static Error? WrongPrice(PriceTerms terms) => terms switch
    {
        { ListPrice: <= 0 or > Product.MaxPrice } => NegotiationErrors.ListPriceRange,
        { FloorPrice: <= 0 } => NegotiationErrors.FloorAbovePrice,
        _ when terms.FloorPrice > terms.ListPrice => NegotiationErrors.FloorAbovePrice,
        { MaxDiscountPercent: < 1 or > 99 } => NegotiationErrors.DiscountRange,
        { Step: <= 0 or > Product.MaxPrice } => NegotiationErrors.StepRange,
        _ => null,
    };

    private static Error? WrongManner(PriceTerms terms)
    {
        if (!Enum.IsDefined(terms.Style))
        {
            return NegotiationErrors.UnknownStyle;
        }

        if (terms.Validity < TimeSpan.FromHours(1) || terms.Validity > MaxValidity)
        {
            return NegotiationErrors.ValidityRange;
        }

        return terms.CoolDown < TimeSpan.Zero || terms.CoolDown > MaxCoolDown ? NegotiationErrors.CoolDownRange : null;
    }

    private static Error? WrongTier(PriceTerms terms, PriceTier[] tiers)
    {
        var floor = HasFloor(terms) ? FloorOf(terms) : 1;
        var (quantity, price) = (1, terms.ListPrice);
        foreach (var tier in tiers)
        {
            if (tier.MinQuantity <= quantity || tier.MinQuantity > MaxQuantity)
            {
                return NegotiationErrors.TierQuantity(tier.MinQuantity);
            }

            if (tier.UnitPrice > price)
            {
                return NegotiationErrors.TierAbovePrice(tier.MinQuantity, tier.UnitPrice);
            }

            if (tier.UnitPrice < floor)
            {
                return NegotiationErrors.TierBelowFloor(tier.MinQuantity, tier.UnitPrice);
            }

            (quantity, price) = (tier.MinQuantity, tier.UnitPrice);
        }

        return null;
    }

    private static bool HasFloor(PriceTerms terms) => (terms.FloorPrice ?? terms.MaxDiscountPercent) is not null;

    /// <summary>The vendor's own floor to the franc; a floor out of a percentage is rounded up to the step, never below it.</summary>
    private static long FloorOf(PriceTerms terms)
    {
        if (!HasFloor(terms))
        {
            return terms.ListPrice;
        }

        var kept = terms.MaxDiscountPercent is { } percent
            ? Concession.RoundUp(Concession.CeilingOf(terms.ListPrice, 100 - percent, 100), terms.Step)
            : 0;
        return Math.Min(terms.ListPrice, Math.Max(terms.FloorPrice ?? 0, kept));
    }
}
