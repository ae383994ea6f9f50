using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Orders;

public readonly record struct OfferId(Guid Value) : IId<OfferId>
{
    public static OfferId From(Guid value) => new(value);
}

/// <summary>Where a price that was said comes from.</summary>
public enum OfferOrigin
{
    ListPrice = 1,
    Tier = 2,
    Agreement = 3,

    /// <summary>Stands in a haggle that goes on: not the cart's price before the customer agrees.</summary>
    Haggle = 4,
}

/// <summary>
/// A price that a customer was told, with its expiry. Orders cite it, so that chat and order cannot disagree. It is good
/// for one order.
/// </summary>
public sealed class PriceOffer : ITenantOwned
{
    private PriceOffer()
    {
    }

    public TenantId TenantId { get; private set; }

    public OfferId Id { get; private set; }

    public ContactId ContactId { get; private set; }

    public Shelf Shelf { get; private set; }

    public OfferOrigin Origin { get; private set; }

    /// <summary>Valid for this quantity and any larger one.</summary>
    public int Quantity { get; private set; }

    /// <summary>For <see cref="Quantity"/> pieces, in minor units; an agreed total need not divide evenly.</summary>
    public long Amount { get; private set; }

    /// <summary>A delivery fee up to here was promised along with the price; 0 = none.</summary>
    public long GrantedFee { get; private set; }

    /// <summary>The agreement that it comes from.</summary>
    public AgreementId? AgreementId { get; private set; }

    public DateTimeOffset SaidAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The order that cites it.</summary>
    public OrderId? UsedBy { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">A price below zero, or for less than one piece, is a bug of the caller.</exception>
    public static PriceOffer Say(TenantId tenantId, ContactId contact, OfferTerms terms, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(terms.Quantity, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(terms.Amount);
        ArgumentOutOfRangeException.ThrowIfNegative(terms.GrantedFee);
        return new PriceOffer
        {
            TenantId = tenantId,
            Id = Common.Id.New<OfferId>(),
            ContactId = contact,
            Shelf = terms.Shelf,
            Origin = terms.Origin,
            Quantity = terms.Quantity,
            Amount = terms.Amount,
            GrantedFee = terms.GrantedFee,
            AgreementId = terms.AgreementId,
            SaidAt = at,
            ExpiresAt = at + terms.Validity,
        };
    }

    public bool Covers(Shelf shelf, int quantity, DateTimeOffset at) =>
        Shelf == shelf && quantity >= Quantity && at < ExpiresAt && UsedBy is null;

    /// <summary>The price of more pieces at the same rate, rounded up to the minor unit.</summary>
    public long AmountFor(int quantity) => checked(((Amount * quantity) + Quantity - 1) / Quantity);

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact) => ContactId = contact;

    internal void Use(OrderId order) => UsedBy ??= order;
}

/// <summary>What is offered: <paramref name="Amount"/> minor units for <paramref name="Quantity"/> pieces.</summary>
public sealed record OfferTerms(Shelf Shelf, OfferOrigin Origin, int Quantity, long Amount, TimeSpan Validity, long GrantedFee = 0)
{
    public AgreementId? AgreementId { get; init; }
}
