using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Catalogue;

/// <summary>A size, a colour: what the customer must choose. Null stock = the product's own.</summary>
public sealed record ProductVariant(string Name, int? Stock = null)
{
    public bool IsCalled(string name) => TextFold.Fold(Name) == TextFold.Fold(name);
}

/// <summary>What a vendor writes about a product. Amounts in minor units of the shop's currency; null stock = not counted.</summary>
public sealed record ProductDetails(
    string Name,
    long ListPrice,
    long? FloorPrice = null,
    int? Stock = null,
    string? Category = null,
    string? Description = null)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public int? MaxDiscountPercent { get; init; }

    public bool Negotiable { get; init; } = true;

    public NegotiationStyle? Style { get; init; }

    public long? Step { get; init; }

    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    public IReadOnlyList<ProductVariant> Variants { get; init; } = [];

    public int? WeightGrams { get; init; }

    public int? WarrantyMonths { get; init; }

    public DateOnly? RestockOn { get; init; }

    /// <summary>What only the owner decides is taken from there: how low a price may go, and for whom.</summary>
    public ProductDetails WithLimitsOf(ProductDetails other) => this with
    {
        FloorPrice = other.FloorPrice,
        MaxDiscountPercent = other.MaxDiscountPercent,
        Negotiable = other.Negotiable,
        Style = other.Style,
        Step = other.Step,
        Tiers = other.Tiers,
    };

    internal PriceTerms Terms(long step) => new(ListPrice, step)
    {
        FloorPrice = FloorPrice,
        MaxDiscountPercent = MaxDiscountPercent,
        Negotiable = Negotiable,
        Style = Style ?? NegotiationStyle.Balanced,
        Tiers = Tiers,
    };
}
