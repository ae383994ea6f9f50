using WaSaas.Domain.Orders;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Orders;

/// <summary>Colours of the states; the words are texts.</summary>
public static class OrderWords
{
    public static PillKind Kind(OrderStatus status) => status switch
    {
        OrderStatus.Confirmed => PillKind.Warn,
        OrderStatus.Preparing => PillKind.Info,
        OrderStatus.OutForDelivery => PillKind.Brand,
        OrderStatus.Delivered => PillKind.Ok,
        OrderStatus.Cancelled => PillKind.Bad,
        _ => PillKind.Neutral,
    };

    public static PillKind Kind(PaymentState state) => state switch
    {
        PaymentState.Paid => PillKind.Ok,
        PaymentState.ReceiptToCheck => PillKind.Warn,
        _ => PillKind.Neutral,
    };
}
