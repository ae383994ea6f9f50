using WaSaas.Domain.Catalogue;

namespace WaSaas.Domain.Negotiation;

public enum Decision
{
    /// <summary>Agreed; <see cref="PriceReply.Agreement"/> says until when.</summary>
    Accept = 1,

    /// <summary>A new, lower offer.</summary>
    Counter = 2,

    /// <summary>What stood before stands.</summary>
    Hold = 3,

    /// <summary>The last offer; it does not move any more.</summary>
    Final = 4,

    NotNegotiable = 5,
}

/// <summary>What the words should be about. None depends on how near the floor is.</summary>
public enum ReplyReason
{
    /// <summary>The shop takes the customer's number.</summary>
    NumberTaken = 1,

    /// <summary>Agreed at the price that stood.</summary>
    StandingTaken = 2,

    /// <summary>There is an agreement already; it holds.</summary>
    AgreedBefore = 3,

    /// <summary>A step towards the customer.</summary>
    Concession = 4,

    /// <summary>The shop waits for the customer's own number.</summary>
    NameYourPrice = 5,

    /// <summary>What stood stands; it is for the customer to come up.</summary>
    PriceStands = 6,

    /// <summary>The price at another quantity.</summary>
    PriceForQuantity = 7,

    /// <summary>Is the amount for one piece or for all? Ask.</summary>
    UnitOrTotal = 8,

    /// <summary>Zero or less is no price.</summary>
    NotAPrice = 9,

    LastOffer = 10,

    FixedPrice = 11,
}

public sealed record PriceLine(ProductId Product, int Quantity, long Amount);

/// <summary>An agreement as the customer may know it. A delivery fee up to <paramref name="WaivedDelivery"/> is the shop's.</summary>
public sealed record AgreedPrice(AgreementId Id, DateTimeOffset ExpiresAt, long WaivedDelivery);

/// <summary>
/// What the shop answers. All of it may be told: there is no floor in it, and nothing computed from one but the offer
/// itself. <paramref name="Total"/> is the sum of the lines; <paramref name="Unit"/> is the total per piece of the
/// subject, rounded up (a total that the customer named need not divide evenly).
/// </summary>
public sealed record PriceReply(Decision Decision, ReplyReason Reason, int Quantity, long Unit, IReadOnlyList<PriceLine> Lines)
{
    public long Total => Lines.Sum(line => line.Amount);

    public AgreedPrice? Agreement { get; init; }

    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];
}
