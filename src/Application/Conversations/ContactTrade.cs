using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// When two contacts turn out to be one person, all that was offered, agreed and ordered goes on under the older one. Of
/// two haggles over the same thing the later one counts, of two carts in one conversation the one with something in it.
/// </summary>
internal sealed class ContactTrade(IAppDbContext db)
{
    /// <param name="from">The younger contact.</param>
    /// <param name="to">The older one.</param>
    /// <param name="moved">Conversations that went into another.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task MoveAsync(ContactId from, ContactId to, IReadOnlyDictionary<ConversationId, ConversationId> moved, CancellationToken ct)
    {
        await MovePromisesAsync(from, to, moved, ct);
        await MoveTalksAsync(from, to, ct);
        await MoveCartsAsync(from, to, moved, ct);
    }

    private async Task MovePromisesAsync(ContactId from, ContactId to, IReadOnlyDictionary<ConversationId, ConversationId> moved, CancellationToken ct)
    {
        (await db.PriceOffers.Where(o => o.ContactId == from).ToListAsync(ct)).ForEach(offer => offer.BelongTo(to));
        (await db.DeliveryQuotes.Where(q => q.ContactId == from).ToListAsync(ct)).ForEach(quote => quote.BelongTo(to));
        (await db.Recaps.Where(r => r.ContactId == from).ToListAsync(ct)).ForEach(recap => recap.BelongTo(to, Now(recap.ConversationId, moved)));
        (await db.Orders.Where(o => o.ContactId == from).ToListAsync(ct)).ForEach(order => order.BelongTo(to, Now(order.ConversationId, moved)));
    }

    private async Task MoveTalksAsync(ContactId from, ContactId to, CancellationToken ct)
    {
        var kept = await db.Negotiations.Where(n => n.ContactId == to).ToDictionaryAsync(n => n.SubjectKey, ct);
        foreach (var talk in await db.Negotiations.Where(n => n.ContactId == from).ToListAsync(ct))
        {
            if (!kept.TryGetValue(talk.SubjectKey, out var same))
            {
                talk.BelongTo(to);
                continue;
            }

            db.Negotiations.Remove(same.LastMoveAt >= talk.LastMoveAt ? talk : same);
            if (same.LastMoveAt < talk.LastMoveAt)
            {
                talk.BelongTo(to);
            }
        }
    }

    private async Task MoveCartsAsync(ContactId from, ContactId to, IReadOnlyDictionary<ConversationId, ConversationId> moved, CancellationToken ct)
    {
        foreach (var cart in await db.Carts.Where(c => c.ContactId == from).ToListAsync(ct))
        {
            var conversation = Now(cart.ConversationId, moved);
            var there = conversation == cart.ConversationId ? null : await db.Carts.SingleOrDefaultAsync(c => c.ConversationId == conversation, ct);
            if (there is not null)
            {
                db.Carts.Remove(there.Lines.Count > 0 ? cart : there);
            }

            if (there is not { Lines.Count: > 0 })
            {
                cart.BelongTo(to, conversation);
            }
        }
    }

    private static ConversationId Now(ConversationId conversation, IReadOnlyDictionary<ConversationId, ConversationId> moved) =>
        moved.GetValueOrDefault(conversation, conversation);
}
