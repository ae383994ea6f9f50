using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Common;
using WaSaas.Application.Orders;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>The confirmation as the customer reads it, from the order that is stored with it.</summary>
internal static class OrderText
{
    public static string Of(Order order, string language, Tenant shop)
    {
        var pay = MoneyText.Of(shop.Price(order.Payment.AtTheDoor.Collect), language);
        string[] lines =
        [
            TradeWords.Confirmed.In(language, OrderNumbers.Text(order)),
            .. order.Lines.Select(line => TradeWords.Line.In(language, line.Quantity, line.Name, MoneyText.Of(shop.Price(line.Amount), language))),
            order.Fee == 0
                ? TradeWords.FreeFee.In(language, order.Place.Zone)
                : TradeWords.Fee.In(language, order.Place.Zone, MoneyText.Of(shop.Price(order.Fee), language)),
            TradeWords.ToPay.In(language, pay),
            .. order.Recipient.When is { } when ? [TradeWords.When.In(language, UntrustedText.Clean(when, Recipient.MaxLength))] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }
}
