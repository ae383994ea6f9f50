using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Catalogue;
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

    /// <summary>Pictures that are said to show its payment, oldest first.</summary>
    public IReadOnlyList<ReceiptPicture> Receipts { get; init; } = [];

    /// <summary>The first photo of what was ordered, by product; files of the shop.</summary>
    public IReadOnlyDictionary<ProductId, string> Photos { get; init; } = new Dictionary<ProductId, string>();
}

/// <param name="File">Null while it is on its way, and when the plan does not keep it any more.</param>
/// <param name="At">When it came.</param>
public sealed record ReceiptPicture(string? File, DateTimeOffset At);

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
            Receipts = await ReceiptsAsync(o.Payment, cancellationToken),
            Photos = await db.FirstPhotosAsync(o.Lines.Select(line => line.Shelf.ProductId), cancellationToken),
        };
    }

    private async Task<List<ReceiptPicture>> ReceiptsAsync(Payment payment, CancellationToken ct) => payment.Receipts.Count == 0 ? [] : await db.Messages
        .Where(m => payment.Receipts.Contains(m.Id))
        .OrderBy(m => m.At)
        .Select(m => new ReceiptPicture(m.File, m.At))
        .ToListAsync(ct);
}
