using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>A state that an order came into. By: a person of the shop; null = the customer or the assistant for her.</summary>
public sealed record OrderStep(OrderStatus Status, DateTimeOffset At, UserId? By);

/// <summary>Everything that a customer's yes is judged by.</summary>
/// <param name="Recap">The summary that she answers to.</param>
/// <param name="Current">What her cart would make now; not stored.</param>
/// <param name="Answer">Her message.</param>
/// <param name="Offers">The prices that the lines cite.</param>
/// <param name="OnHand">How many pieces there are of a product or variant.</param>
public sealed record OrderConfirmation(
    Recap Recap, Recap Current, CustomerAnswer Answer, IReadOnlyCollection<PriceOffer> Offers, Func<Shelf, ShelfCount> OnHand)
{
    internal Result Check(Order order, DateTimeOffset at) =>
        Recap.Id != order.RecapId ? OrderErrors.OtherRecap : Recap.CheckAnswer(Current, Answer, at);

    internal void UseUp(Order order)
    {
        Recap.Become(order.Id);
        foreach (var offer in Offers.Where(offer => order.Lines.Any(line => line.OfferId == offer.Id)))
        {
            offer.Use(order.Id);
        }
    }
}
