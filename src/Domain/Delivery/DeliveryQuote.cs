using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Delivery;

public readonly record struct QuoteId(Guid Value) : IId<QuoteId>
{
    public static QuoteId From(Guid value) => new(value);
}

/// <summary>
/// A fee that a customer was told: for one zone, one cart and one day. The fee never changes; another cart is another quote.
/// </summary>
public sealed class DeliveryQuote : ITenantOwned
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private DeliveryQuote()
    {
    }

    public TenantId TenantId { get; private set; }

    public QuoteId Id { get; private set; }

    public ContactId ContactId { get; private set; }

    public ZoneId ZoneId { get; private set; }

    public string ZoneCode { get; private set; } = "";

    public string ZoneName { get; private set; } = "";

    public Destination Destination { get; private set; } = new(null);

    /// <summary>The customer said that she is there; false when she only asked for the price of the place.</summary>
    public bool IsAddress { get; private set; }

    public DeliveryFee Fee { get; private set; } = new(0, 0, 0, 0);

    public Parcel Parcel { get; private set; } = new(0, 0, "");

    public bool CashOnDelivery { get; private set; }

    public long? MinimumOrder { get; private set; }

    /// <summary>The vendor's words on the time of delivery.</summary>
    public string? EtaWords { get; private set; }

    public TimeOnly? SameDayCutoff { get; private set; }

    public DateTimeOffset QuotedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <param name="contact">Whom the fee is told.</param>
    /// <param name="place">Without doubt, or there is no quote.</param>
    /// <param name="zone">The zone that <paramref name="place"/> names.</param>
    /// <param name="terms">The shop's rules.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="parcel">What is delivered.</param>
    /// <param name="at">Now.</param>
    public static Result<DeliveryQuote> For(
        ContactId contact, PlaceResolution place, DeliveryZone zone, DeliveryTerms terms, Destination destination, Parcel parcel, DateTimeOffset at)
    {
        if (place.Zone?.ZoneId != zone.Id)
        {
            return DeliveryErrors.PlaceNotSure;
        }

        return Price(contact, zone, terms, destination, place.IsAddress, parcel, at);
    }

    /// <summary>The same place for another cart, or after the expiry.</summary>
    public Result<DeliveryQuote> Reprice(DeliveryZone zone, DeliveryTerms terms, Parcel parcel, DateTimeOffset at) =>
        zone.Id == ZoneId ? Price(ContactId, zone, terms, Destination, IsAddress, parcel, at) : DeliveryErrors.PlaceNotSure;

    /// <summary>She asked for the price of the place, and then said that the parcel goes there.</summary>
    public void TakeAsAddress() => IsAddress = true;

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact) => ContactId = contact;

    public bool IsLiveFor(string cartHash, DateTimeOffset at) => Parcel.CartHash == cartHash && at < ExpiresAt;

    /// <summary>The customer has to be told that the fee is another one now.</summary>
    public bool DiffersFrom(DeliveryQuote earlier) => Fee.Total != earlier.Fee.Total;

    public Result CheckMinimum() => MinimumOrder is { } minimum && Parcel.Goods < minimum
        ? DeliveryErrors.MinimumOrder(minimum, minimum - Parcel.Goods)
        : Result.Ok;

    public Eta EtaAt(DateTimeOffset at, DeliveryCalendar calendar) => Eta.At(at, calendar, SameDayCutoff, EtaWords);

    private static DeliveryQuote Price(
        ContactId contact, DeliveryZone zone, DeliveryTerms terms, Destination destination, bool isAddress, Parcel parcel, DateTimeOffset at) => new()
    {
        TenantId = zone.TenantId,
        Id = Common.Id.New<QuoteId>(),
        ContactId = contact,
        ZoneId = zone.Id,
        ZoneCode = zone.Code,
        ZoneName = zone.Name,
        Destination = destination,
        IsAddress = isAddress,
        Fee = DeliveryFee.For(zone, terms, parcel),
        Parcel = parcel,
        CashOnDelivery = zone.CashOnDelivery,
        MinimumOrder = zone.MinimumOrder,
        EtaWords = zone.Eta,
        SameDayCutoff = zone.SameDayCutoff ?? terms.SameDayCutoff,
        QuotedAt = at,
        ExpiresAt = at + Validity,
    };
}
