using WaSaas.Application.Orders;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>The summary that the cart on a desk would make now.</summary>
internal static class RecapDesk
{
    public static RecapTerms Terms(Desk desk, PaymentMethod method) =>
        new(desk.Shop.Currency, method, desk.Shop.Sales.CashStep ?? 1, ShopTerms.CalendarOf(desk.Shop));

    public static Result<Recap> Make(Desk desk, PaymentMethod method) => desk.Cart is { } cart
        ? Recap.Of(cart, desk.Quote, desk.Offers, Terms(desk, method), desk.Now)
        : RecapErrors.Incomplete([CartGap.Items]);

    public static Recap? Current(Desk desk, PaymentMethod method) => Make(desk, method).Value;
}

/// <summary>How an order is called towards people.</summary>
internal static class OrderNumbers
{
    public static string Text(Order order) => order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
