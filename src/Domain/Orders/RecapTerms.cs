using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

/// <summary>What the shop brings to a recap. Cash step in minor units; 1 = exact.</summary>
public sealed record RecapTerms(Currency Currency, PaymentMethod Method, long CashStep, DeliveryCalendar Calendar);

/// <summary>The customer's message that says yes.</summary>
/// <param name="ConversationId">Where she wrote it.</param>
/// <param name="Sequence">Its place in the conversation.</param>
/// <param name="ReceivedAt">When it arrived here; the phone's own clock may be wrong.</param>
public sealed record CustomerAnswer(ConversationId ConversationId, long Sequence, DateTimeOffset ReceivedAt);

/// <summary>Where an order goes to, kept as it was when the fee was said.</summary>
public sealed record DeliveryPlace(ZoneId ZoneId, string Zone, string? Words, string? Landmark, GeoPoint? Pin)
{
    public static readonly DeliveryPlace Nowhere = new(default, "", null, null, null);

    public static DeliveryPlace Of(DeliveryQuote quote, string? landmark) =>
        new(quote.ZoneId, quote.ZoneName, quote.Destination.Words, landmark ?? quote.Destination.Landmark, quote.Destination.Pin);
}
