using WaSaas.Domain.Catalogue;

namespace WaSaas.Domain.Negotiation;

/// <summary>What can be offered when the price does not move any more.</summary>
public enum AlternativeKind
{
    /// <summary>More pieces at the price that their tier has by now. Taken by agreeing to that quantity.</summary>
    NextTier = 1,

    /// <summary>With an accessory at less than its price.</summary>
    Bundle = 2,

    FreeDelivery = 3,

    /// <summary>Another product. Taken by haggling over that one, not here.</summary>
    CheaperSimilar = 4,

    /// <summary>A person of the shop decides about the customer's number.</summary>
    AskVendor = 5,
}

public sealed record Alternative(AlternativeKind Kind, int Quantity, IReadOnlyList<PriceLine> Lines)
{
    public long Total => Lines.Sum(line => line.Amount);

    /// <summary>The delivery fee that the shop would bear.</summary>
    public long WaivedDelivery { get; init; }

    /// <summary>What the customer named for everything, to carry to the vendor.</summary>
    public long? CustomerTotal { get; init; }
}

public sealed record Accessory(ProductId Product, PriceRule Rule);

public sealed record SimilarProduct(ProductId Product, long PublicPrice);

/// <summary>What the shop has at hand to break a deadlock. Delivery fee: null = not known yet.</summary>
public sealed record SalesAids
{
    public static readonly SalesAids None = new();

    public Accessory? Accessory { get; init; }

    public IReadOnlyList<SimilarProduct> Similar { get; init; } = [];

    public long? DeliveryFee { get; init; }
}
