using WaSaas.Domain.Catalogue;

namespace WaSaas.Domain.Negotiation;

/// <summary>What is haggled over: a product, or a whole cart as one piece.</summary>
public abstract record Subject(string Key, PriceRule Rule)
{
    public abstract int MaxQuantity { get; }

    /// <summary>The lines whose sum is exactly this amount.</summary>
    public abstract IReadOnlyList<PriceLine> Split(int quantity, long amount);
}

public sealed record ProductSubject(ProductId Product, PriceRule Rule) : Subject(Product.Value.ToString("N"), Rule)
{
    public override int MaxQuantity => PriceRule.MaxQuantity;

    public override IReadOnlyList<PriceLine> Split(int quantity, long amount) => [new(Product, quantity, amount)];
}
