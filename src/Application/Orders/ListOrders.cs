using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>Orders of one state, newest first; without a state those that still need hands. Test orders are not among them.</summary>
public sealed record ListOrders(OrderStatus? Status = null) : IQuery<OrderList>;

/// <param name="Rows">Newest first, at most <see cref="Most"/>.</param>
/// <param name="Counts">By state; states without orders are left out.</param>
public sealed record OrderList(IReadOnlyList<OrderRow> Rows, IReadOnlyDictionary<OrderStatus, int> Counts)
{
    public const int Most = 200;
}

public sealed record OrderRow(
    OrderId Id, int Number, OrderStatus Status, PaymentState Payment, string? Recipient, string Zone, int Pieces, Money Total, DateTimeOffset CreatedAt);

internal sealed class ListOrdersHandler(IAppDbContext db) : IQueryHandler<ListOrders, OrderList>
{
    private static readonly OrderStatus[] Open = [OrderStatus.Confirmed, OrderStatus.Preparing, OrderStatus.OutForDelivery];

    public async Task<OrderList> Handle(ListOrders query, CancellationToken cancellationToken)
    {
        OrderStatus[] wanted = query.Status is { } status ? [status] : Open;
        var orders = await db.Orders.AsNoTracking()
            .Where(o => wanted.Contains(o.Status) && !o.IsTest)
            .OrderByDescending(o => o.Number)
            .Take(OrderList.Most)
            .ToListAsync(cancellationToken);
        var counts = await db.Orders.Where(o => !o.IsTest).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new OrderList([.. orders.Select(Row)], counts);
    }

    private static OrderRow Row(Order o) => new(
        o.Id, o.Number, o.Status, o.Payment.State, o.Recipient.Name, o.Place.Zone, o.Lines.Sum(line => line.Quantity), new Money(o.Total, o.Currency), o.CreatedAt);
}
