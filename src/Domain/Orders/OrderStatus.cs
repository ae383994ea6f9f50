namespace WaSaas.Domain.Orders;

public enum OrderStatus
{
    Draft = 1,
    Confirmed = 2,
    Preparing = 3,
    OutForDelivery = 4,
    Delivered = 5,
    Cancelled = 6,
}

/// <summary>The one table of what may follow what.</summary>
public static class OrderTransitions
{
    private static readonly Dictionary<OrderStatus, OrderStatus[]> Table = new()
    {
        [OrderStatus.Draft] = [OrderStatus.Confirmed, OrderStatus.Cancelled],
        [OrderStatus.Confirmed] = [OrderStatus.Preparing, OrderStatus.Cancelled],
        [OrderStatus.Preparing] = [OrderStatus.OutForDelivery, OrderStatus.Cancelled],

        // A parcel refused at the door comes back.
        [OrderStatus.OutForDelivery] = [OrderStatus.Delivered, OrderStatus.Cancelled],
        [OrderStatus.Delivered] = [],
        [OrderStatus.Cancelled] = [],
    };

    public static IReadOnlyList<OrderStatus> From(OrderStatus status) => Table[status];

    public static bool Allows(OrderStatus from, OrderStatus to) => Table[from].Contains(to);
}
