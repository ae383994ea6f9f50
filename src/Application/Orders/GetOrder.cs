using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>One order with the card for its rider in the given language; null when the shop has no such order.</summary>
public sealed record GetOrder(OrderId Id, string Language) : IQuery<OrderView?>;

/// <param name="Next">States that may follow, cancelling left out.</param>
/// <param name="RiderCard">To be forwarded as it is.</param>
public sealed record OrderView(
    OrderId Id,
    int Number,
    int Version,
    OrderStatus Status,
    IReadOnlyList<OrderStatus> Next,
    bool MayBeCancelled,
    ConversationId ConversationId,
    IReadOnlyList<OrderLine> Lines,
    Recipient Recipient,
    DeliveryPlace Place,
    long Goods,
    long Fee,
    Payment Payment,
    Currency Currency,
    IReadOnlyList<OrderStep> Steps,
    string? CancelReason,
    string RiderCard)
{
    /// <summary>For the pin of the place; null without one.</summary>
    public ZoneMap? Map { get; init; }
}

internal sealed class GetOrderHandler(IAppDbContext db) : IQueryHandler<GetOrder, OrderView?>
{
    public async Task<OrderView?> Handle(GetOrder query, CancellationToken cancellationToken)
    {
        var o = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Id && !o.IsTest, cancellationToken);
        if (o is null)
        {
            return null;
        }

        var next = OrderTransitions.From(o.Status);
        return new OrderView(
            o.Id, o.Number, o.Version, o.Status, [.. next.Where(s => s != OrderStatus.Cancelled)], next.Contains(OrderStatus.Cancelled),
            o.ConversationId, o.Lines, o.Recipient, o.Place, o.Goods, o.Fee, o.Payment, o.Currency, o.Steps, o.CancelReason,
            RiderCard.Text(o, query.Language, money => MoneyText.Of(money, query.Language)))
        {
            Map = o.Place.Pin is null ? null : await ZoneMap.ReadAsync(db, cancellationToken),
        };
    }
}
