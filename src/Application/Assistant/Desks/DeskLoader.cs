using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>What a desk was opened with. Nothing of it is tracked.</summary>
internal sealed record DeskRead(
    Contact? Contact,
    Cart? Cart,
    DeliveryQuote? Quote,
    Recap? Recap,
    IReadOnlyList<PriceOffer> Offers,
    IReadOnlyList<PriceNegotiation> Negotiations,
    IReadOnlyList<Order> Orders,
    ConversationMemory? Memory)
{
    public int CartVersion { get; } = Cart?.Version ?? 0;

    public bool QuoteIsAddress { get; } = Quote?.IsAddress ?? false;

    public IReadOnlyDictionary<PriceNegotiation, int> TalkVersions { get; } = Negotiations.ToDictionary(talk => talk, talk => talk.Version);

    public IReadOnlySet<AgreementId> Agreements { get; } = Negotiations.SelectMany(talk => talk.Agreements).Select(agreed => agreed.Id).ToHashSet();
}

/// <summary>Where a desk looks up what it was not opened with.</summary>
internal sealed record DeskSources(IAppDbContext Db, ICatalogueSearch Search);

internal sealed class DeskLoader(IAppDbContext db, ICatalogueSearch search)
{
    private const int MostTalks = 40;
    private const int MostOrders = 5;

    public async Task<Desk> OpenAsync(TurnContext turn, CancellationToken ct) => new(turn, await ReadAsync(turn, ct), new DeskSources(db, search));

    private async Task<DeskRead> ReadAsync(TurnContext turn, CancellationToken ct)
    {
        var (contact, conversation, now) = (turn.ContactId, turn.ConversationId, turn.Now);
        var cart = await db.Carts.AsNoTracking().SingleOrDefaultAsync(c => c.ConversationId == conversation, ct);
        var cited = cart?.Lines.Select(line => line.OfferId).ToArray() ?? [];
        var quoted = cart?.QuoteId;
        return new DeskRead(
            await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == contact, ct),
            cart,
            quoted is null ? null : await db.DeliveryQuotes.AsNoTracking().SingleOrDefaultAsync(q => q.Id == quoted, ct),
            await db.Recaps.AsNoTracking().Where(r => r.ConversationId == conversation && r.OrderId == null).OrderByDescending(r => r.CreatedAt).FirstOrDefaultAsync(ct),
            await db.PriceOffers.AsNoTracking().Where(o => o.ContactId == contact && o.UsedBy == null && (o.ExpiresAt > now || cited.Contains(o.Id))).ToListAsync(ct),
            await db.Negotiations.AsNoTracking().Where(n => n.ContactId == contact).OrderByDescending(n => n.LastMoveAt).Take(MostTalks).ToListAsync(ct),
            await OrdersAsync(turn, ct),
            await db.ConversationMemories.AsNoTracking().SingleOrDefaultAsync(m => m.ConversationId == conversation, ct));
    }

    // A simulation counts down what it ordered itself, however much that is.
    private Task<List<Order>> OrdersAsync(TurnContext turn, CancellationToken ct)
    {
        var own = db.Orders.AsNoTracking().Where(o => o.ContactId == turn.ContactId).OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Number);
        return (turn.IsTest ? own : own.Take(MostOrders)).ToListAsync(ct);
    }
}
