using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

/// <summary>What has to hold before a customer is shown a total.</summary>
internal static class RecapChecks
{
    public static Error? FlawOf(Cart cart, DeliveryQuote? quote, IReadOnlyCollection<PriceOffer> offers, RecapTerms terms, DateTimeOffset at)
    {
        if (cart.Missing(quote, at) is { Count: > 0 } gaps)
        {
            return RecapErrors.Incomplete(gaps);
        }

        if (cart.Lines.FirstOrDefault(line => !IsOffered(line, cart, offers, at)) is { } line)
        {
            return RecapErrors.OfferExpired(line.Name);
        }

        return terms.Method == PaymentMethod.Cash && !quote!.CashOnDelivery ? RecapErrors.NoCashHere : quote!.CheckMinimum().Error;
    }

    /// <summary>The day is in it: a "today" that became tomorrow is another promise.</summary>
    public static string HashOf(Recap recap, string cartHash) => ContentHash.Of(new object?[]
    {
        cartHash, recap.Currency.Code, recap.Fee, recap.Total, recap.Method, recap.ToPay.Collect, recap.Eta.Day, recap.Eta.Words,
        recap.Place.ZoneId.Value, recap.Place.Words, recap.Place.Landmark, recap.Place.Pin, recap.Recipient,
    });

    private static bool IsOffered(CartLine line, Cart cart, IEnumerable<PriceOffer> offers, DateTimeOffset at) => offers.Any(offer =>
        offer.Id == line.OfferId
        && offer.ContactId == cart.ContactId
        && offer.Covers(line.Shelf, line.Quantity, at)
        && offer.AmountFor(line.Quantity) == line.Amount);
}
