using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Tenants;

/// <summary>The vendor's day, in the shop's time zone, with last week beside it.</summary>
public sealed record GetDashboard : IQuery<Dashboard>;

/// <param name="Customers">Who wrote today and last week on the same day.</param>
/// <param name="Orders">Confirmed today and last week on the same day; a cancelled one is none.</param>
/// <param name="Days">The last seven, today last.</param>
public sealed record Dashboard(
    (int Today, int LastWeek) Customers,
    (int Today, int LastWeek) Orders,
    int OrdersToConfirm,
    IReadOnlyList<DaySales> Days,
    (long ThisWeek, long WeekBefore) Sales,
    IReadOnlyList<HandOffRow> HandOffs,
    IReadOnlyList<DashboardOrder> Latest,
    IReadOnlyList<DashboardOrder> ToCheck);

public sealed record DaySales(DateOnly Day, Money Amount);

public sealed record HandOffRow(ConversationId Id, string? Customer, string? Reason, DateTimeOffset At);

public sealed record DashboardOrder(OrderId Id, int Number, string? Customer, string What, Money Total, OrderStatus Status, PaymentState Payment);

internal sealed class GetDashboardHandler(IAppDbContext db, TimeProvider clock) : IQueryHandler<GetDashboard, Dashboard>
{
    private const int Week = 7;

    public async Task<Dashboard> Handle(GetDashboard query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var orders = await OrdersAsync(StartOf(today.AddDays(1 - (2 * Week)), zone), cancellationToken);
        var sales = orders.Where(IsSale).ToLookup(order => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.CreatedAt, zone).DateTime));
        var days = Enumerable.Range(1 - (2 * Week), 2 * Week).Select(today.AddDays).ToList();
        return new Dashboard(
            (await CustomersAsync(today, zone, cancellationToken), await CustomersAsync(today.AddDays(-Week), zone, cancellationToken)),
            (sales[today].Count(), sales[today.AddDays(-Week)].Count()),
            orders.Count(order => order.Status == OrderStatus.Confirmed),
            [.. days.TakeLast(Week).Select(day => new DaySales(day, shop.Price(sales[day].Sum(order => order.Total))))],
            (days.TakeLast(Week).Sum(day => sales[day].Sum(o => o.Total)), days.Take(Week).Sum(day => sales[day].Sum(o => o.Total))),
            await HandOffsAsync(cancellationToken),
            [.. orders.Where(order => order.Status != OrderStatus.Draft).OrderByDescending(order => order.Number).Take(5).Select(Row)],
            [.. orders.Where(order => order.Payment.State == PaymentState.ReceiptToCheck).OrderBy(order => order.Number).Take(3).Select(Row)]);
    }

    private static bool IsSale(Order order) => order.Status is not (OrderStatus.Draft or OrderStatus.Cancelled);

    private static DashboardOrder Row(Order order) => new(
        order.Id,
        order.Number,
        order.Recipient.Name,
        string.Join(", ", order.Lines.Select(line => $"{line.Quantity} × {line.Name}")),
        new Money(order.Total, order.Currency),
        order.Status,
        order.Payment.State);

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private Task<List<Order>> OrdersAsync(DateTimeOffset from, CancellationToken ct) =>
        db.Orders.AsNoTracking().Where(order => !order.IsTest && (order.CreatedAt >= from || order.Status == OrderStatus.Confirmed)).ToListAsync(ct);

    private Task<int> CustomersAsync(DateOnly day, TimeZoneInfo zone, CancellationToken ct)
    {
        var (from, until) = (StartOf(day, zone), StartOf(day.AddDays(1), zone));
        return db.Messages
            .Where(m => m.Author == MessageAuthor.Customer && m.At >= from && m.At < until)
            .Join(db.Conversations.Where(c => c.Channel != Channel.Simulator), m => m.ConversationId, c => c.Id, (_, c) => c.ContactId)
            .Distinct()
            .CountAsync(ct);
    }

    private Task<List<HandOffRow>> HandOffsAsync(CancellationToken ct) => db.Conversations
        .Where(c => c.Channel != Channel.Simulator && c.Responder == Responder.Person && (c.HandOffReason != null || c.LastAuthor == MessageAuthor.Customer))
        .Join(db.Contacts, c => c.ContactId, p => p.Id, (c, p) => new { c, p })
        .OrderBy(x => x.c.LastActivityAt)
        .Take(3)
        .Select(x => new HandOffRow(x.c.Id, x.p.Name, x.c.HandOffReason, x.c.LastActivityAt))
        .ToListAsync(ct);
}
