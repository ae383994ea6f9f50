using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

/// <summary>What a rider has to know, as one message to forward: parcel, place, phone, money.</summary>
public static class RiderCard
{
    /// <param name="order">The order.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="amount">How amounts are written.</param>
    public static string Text(Order order, string language, Func<Money, string> amount)
    {
        var words = CardWords.In(language);
        return string.Join('\n', Lines(order, words, minor => amount(new Money(minor, order.Currency))));
    }

    /// <summary>A link that the rider's phone opens as a map.</summary>
    public static string MapLink(GeoPoint pin) =>
        string.Create(CultureInfo.InvariantCulture, $"https://maps.google.com/?q={pin.Latitude:0.######},{pin.Longitude:0.######}");

    private static IEnumerable<string> Lines(Order order, CardWords words, Func<long, string> amount)
    {
        yield return $"{words.Order} {order.Number.ToString(CultureInfo.InvariantCulture)}";
        foreach (var line in order.Lines)
        {
            yield return CardWords.Pieces(line);
        }

        yield return words.For + words.Colon + CardWords.OneLine(order.Recipient.Name);
        foreach (var where in Where(order.Place, words))
        {
            yield return where;
        }

        yield return words.Phone + words.Colon + PhoneNumbers.Grouped(CardWords.OneLine(order.Recipient.Phone));
        if (order.Recipient.When is { } when)
        {
            yield return words.When + words.Colon + CardWords.OneLine(when);
        }

        yield return Money(order.Payment, words, amount);
        if (order.Payment is { Tendered: { } note, ChangeToBring: { } change })
        {
            yield return $"{words.Tendered} {amount(note)}{words.Colon}{words.Change} {amount(change)}";
        }
    }

    private static IEnumerable<string> Where(DeliveryPlace place, CardWords words)
    {
        var zone = CardWords.OneLine(place.Zone);
        var told = CardWords.OneLine(place.Words);
        yield return words.Place + words.Colon + (told.Length == 0 || TextFold.Fold(told) == TextFold.Fold(zone) ? zone : $"{zone} ({told})");
        if (CardWords.OneLine(place.Landmark) is { Length: > 0 } landmark)
        {
            yield return words.Landmark + words.Colon + landmark;
        }

        if (place.Pin is { } pin)
        {
            yield return words.Map + words.Colon + MapLink(pin);
        }
    }

    private static string Money(Payment payment, CardWords words, Func<long, string> amount) => payment switch
    {
        { Due: 0 } => words.Paid,
        { Method: PaymentMethod.MobileMoney } => words.MobileMoney + words.Colon + amount(payment.Due),
        _ => words.Collect + words.Colon + amount(payment.AtTheDoor.Collect),
    };
}
