using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Negotiation;
using WaSaas.Application.Orders;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Conversations;

/// <summary>Where the business of one conversation stands, as it is stored; amounts in minor units. Null when there is no such conversation.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Language">Of the sentence about the time of delivery; null = the customer's or the shop's.</param>
public sealed record GetDesk(ConversationId Id, string? Language = null) : IQuery<DeskState?>;

/// <param name="Currency">Of every amount.</param>
/// <param name="Cart">What is about to be ordered; after a confirmation what was, until a new cart begins.</param>
/// <param name="Goods">Sum of the lines.</param>
/// <param name="Delivery">Null while no place was spoken of.</param>
/// <param name="Total">Null while the fee of exactly this cart is unknown.</param>
/// <param name="Order">Null when there is neither cart nor order.</param>
/// <param name="Negotiations">The latest first.</param>
public sealed record DeskState(
    Currency Currency,
    IReadOnlyList<DeskLine> Cart,
    long Goods,
    DeskDelivery? Delivery,
    long? Total,
    DeskOrder? Order,
    IReadOnlyList<Haggled> Negotiations,
    Responder Responder,
    bool HandedOff,
    bool OptedOut,
    DeskCustomer Customer);

public sealed record DeskLine(string Sku, string Name, string? Variant, int Quantity, long UnitPrice, long LineTotal);

/// <param name="Candidates">Names of the zones that may be meant, when the place is not sure.</param>
public sealed record DeskDelivery(PlaceStatus Status, string? Zone, string? ZoneName, long? Fee, string? Eta, IReadOnlyList<string> Candidates);

public sealed record DeskOrder(OrderStatus Status, string? Number);

public sealed record DeskCustomer(string? Name, string? Phone, string? Address, string? Landmark);

internal sealed class GetDeskHandler(IAppDbContext db, TimeProvider clock) : IQueryHandler<GetDesk, DeskState?>
{
    public async Task<DeskState?> Handle(GetDesk query, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Id, ct);
        if (conversation is null)
        {
            return null;
        }

        var contact = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == conversation.ContactId, ct);
        var shop = await db.Tenants.AsNoTracking().SingleAsync(ct);
        var language = query.Language ?? contact.Language ?? shop.Language;
        var counter = await CounterAsync(conversation, ct);
        var sold = counter.Order is { } order && counter.Cart is not { Lines.Count: > 0 } ? order : null;
        var lines = sold?.Lines ?? counter.Cart?.Lines.Select(OrderLine.Of).ToList() ?? [];
        return new DeskState(
            shop.Currency,
            await LinesAsync(lines, ct),
            lines.Sum(line => line.Amount),
            sold is null ? counter.Delivery(ShopTerms.CalendarOf(shop), language) : await DeskCounter.DeliveredAsync(db, sold, ShopTerms.CalendarOf(shop), language, ct),
            sold?.Total ?? counter.Total(),
            sold is not null ? new DeskOrder(sold.Status, $"{sold.Number}") : lines.Count > 0 || counter.HasRecap ? new DeskOrder(OrderStatus.Draft, null) : null,
            await HaggledTalks.OfAsync(db, conversation, counter.Now, ct),
            conversation.Responder,
            conversation.HandOffReason is not null,
            contact.OptedOutAt is not null,
            counter.Customer());
    }

    private async Task<DeskCounter> CounterAsync(Conversation conversation, CancellationToken ct)
    {
        var cart = await db.Carts.AsNoTracking().SingleOrDefaultAsync(c => c.ConversationId == conversation.Id, ct);
        var quoted = cart?.QuoteId;
        return new DeskCounter(
            cart,
            quoted is null ? null : await db.DeliveryQuotes.AsNoTracking().SingleOrDefaultAsync(q => q.Id == quoted, ct),
            await db.Orders.AsNoTracking().Where(o => o.ConversationId == conversation.Id).OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Number).FirstOrDefaultAsync(ct),
            (await db.ConversationMemories.AsNoTracking().SingleOrDefaultAsync(m => m.ConversationId == conversation.Id, ct))?.Notes ?? MemoryNotes.Empty,
            await db.Recaps.AnyAsync(r => r.ConversationId == conversation.Id && r.OrderId == null, ct),
            conversation.ClockAt(clock.GetUtcNow()));
    }

    private async Task<IReadOnlyList<DeskLine>> LinesAsync(IReadOnlyList<OrderLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.Shelf.ProductId).Distinct().ToArray();
        var products = await db.Products.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return [.. lines.Select(line => Line(line, products[line.Shelf.ProductId]))];
    }

    private static DeskLine Line(OrderLine line, Product product) =>
        new(product.Sku, product.Name, line.Shelf.Variant, line.Quantity, (line.Amount + line.Quantity - 1) / line.Quantity, line.Amount);
}

/// <summary>What lies on the counter of one conversation.</summary>
internal sealed record DeskCounter(Cart? Cart, DeliveryQuote? Quote, Order? Order, MemoryNotes Notes, bool HasRecap, DateTimeOffset Now)
{
    public long? Total() => Cart is { Lines.Count: > 0 } cart && cart.Total(Quote, Now) is { IsOk: true } known ? known.Value : null;

    /// <summary>A place that is not sure goes before a fee that was told for another one.</summary>
    public DeskDelivery? Delivery(DeliveryCalendar calendar, string language) => Notes.Place is { Status: not PlaceStatus.Ok } place
        ? new DeskDelivery(place.Status, null, null, null, null, [.. place.Candidates.Select(candidate => candidate.ZoneName).Distinct()])
        : Quote is { } quote && Cart is { } cart && quote.IsLiveFor(cart.Hash, Now) ? Of(quote, quote.Fee.Total, quote.EtaAt(Now, calendar), language)
        : null;

    public static async Task<DeskDelivery> DeliveredAsync(IAppDbContext db, Order order, DeliveryCalendar calendar, string language, CancellationToken ct)
    {
        var quote = await db.DeliveryQuotes.AsNoTracking().SingleAsync(q => q.Id == order.QuoteId, ct);
        return Of(quote, order.Fee, quote.EtaAt(order.CreatedAt, calendar), language);
    }

    public DeskCustomer Customer()
    {
        var known = Cart?.Recipient ?? Recipient.Nobody;
        var place = Quote is { IsAddress: true } quote ? quote.Destination.Words ?? quote.ZoneName : Order?.Place.Words ?? Order?.Place.Zone;
        return new DeskCustomer(known.Name, known.Phone, known.Address ?? place, known.Landmark);
    }

    private static DeskDelivery Of(DeliveryQuote quote, long fee, Eta eta, string language) =>
        new(PlaceStatus.Ok, quote.ZoneCode, quote.ZoneName, fee, EtaSentence.In(language, eta) is { Length: > 0 } words ? words : null, []);
}
