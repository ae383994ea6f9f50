using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Orders;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>
/// Stores what an attempt staged. The versions that were read go with the rows, so that whoever changed them meanwhile is
/// noticed at save; prices that were told must still be the shop's, and pieces must still be there.
/// </summary>
internal sealed class DeskEffects(Desk desk) : IStagedEffects
{
    public async Task<bool> StoreAsync(IAppDbContext db, CancellationToken ct)
    {
        if (!await PricesStandAsync(db, ct) || !await TakeAsync(db, ct) || !await NoteReceiptAsync(db, ct))
        {
            return false;
        }

        StoreCart(db);
        StorePromises(db);
        StoreTalks(db);
        StoreMemory(db);
        if (desk.Staged.OptOut && await db.Contacts.SingleOrDefaultAsync(c => c.Id == desk.ContactId, ct) is { } contact)
        {
            contact.OptOut(desk.Now);
        }

        return true;
    }

    private async Task<bool> PricesStandAsync(IAppDbContext db, CancellationToken ct)
    {
        var told = desk.Staged.Priced;
        if (told.Count == 0)
        {
            return true;
        }

        var now = await db.Products.AsNoTracking().Where(p => told.Keys.Contains(p.Id)).ToListAsync(ct);
        return now.Count == told.Count && now.TrueForAll(product => product.SellsLike(told[product.Id]));
    }

    /// <summary>Of two customers who race for the last piece, one gets it. A test takes nothing from the shop.</summary>
    private async Task<bool> TakeAsync(IAppDbContext db, CancellationToken ct)
    {
        if (desk.Staged.Order is not { } order)
        {
            return true;
        }

        if (!order.IsTest)
        {
            if (await db.Orders.AnyAsync(o => o.Number == order.Number && !o.IsTest, ct))
            {
                return false;
            }

            var shelves = await Shelves.OfAsync(db, order.Lines, ct);
            if (!Stock.TakeAll(order.Lines, shelves.Count).IsOk || !shelves.Take(Stock.MovesOf(order.Lines)).IsOk)
            {
                return false;
            }
        }

        db.Orders.Add(order);
        return true;
    }

    /// <summary>An order that was paid or cancelled meanwhile takes none.</summary>
    private async Task<bool> NoteReceiptAsync(IAppDbContext db, CancellationToken ct)
    {
        if (desk.Staged.Receipt is not { } receipt)
        {
            return true;
        }

        var order = await db.Orders.SingleAsync(o => o.Id == receipt.Order, ct);
        if (!order.AwaitsMoney || receipt.Pictures.Any(picture => !order.NoteReceipt(picture).IsOk))
        {
            return false;
        }

        if (!desk.IsTest)
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == desk.ConversationId, ct);
            db.Messages.Add(conversation.AskToCheckReceipt(desk.Now));
        }

        return true;
    }

    private void StoreCart(IAppDbContext db)
    {
        if (desk.Cart is not { } cart)
        {
            return;
        }

        if (desk.Staged.IsNew(cart))
        {
            db.Carts.Add(cart);
        }
        else if (cart.Version != desk.Read.CartVersion)
        {
            db.Carts.Update(cart).Property(c => c.Version).OriginalValue = desk.Read.CartVersion;
        }
    }

    private void StorePromises(IAppDbContext db)
    {
        var added = desk.Staged.Added;
        db.PriceOffers.AddRange(added.OfType<PriceOffer>());
        db.PriceOffers.UpdateRange(desk.Read.Offers.Where(offer => offer.UsedBy is not null));
        db.DeliveryQuotes.AddRange(added.OfType<DeliveryQuote>());
        db.Recaps.AddRange(added.OfType<Recap>());
        if (desk.Read.Quote is { } quote && quote.IsAddress != desk.Read.QuoteIsAddress)
        {
            db.DeliveryQuotes.Update(quote);
        }

        // Of two yeses at once, one finds the recap used.
        if (desk.Read.Recap is { OrderId: not null } confirmed)
        {
            db.Recaps.Update(confirmed).Property(r => r.OrderId).OriginalValue = null;
        }
    }

    private void StoreTalks(IAppDbContext db)
    {
        db.Negotiations.AddRange(desk.Staged.Added.OfType<PriceNegotiation>());
        foreach (var (talk, version) in desk.Read.TalkVersions.Where(read => read.Key.Version != read.Value))
        {
            var entry = db.Negotiations.Update(talk);
            entry.Property(n => n.Version).OriginalValue = version;
            foreach (var agreed in talk.Agreements.Where(agreed => !desk.Read.Agreements.Contains(agreed.Id)))
            {
                entry.Collection(n => n.Agreements).FindEntry(agreed)!.State = EntityState.Added;
            }
        }
    }

    private void StoreMemory(IAppDbContext db)
    {
        var memory = desk.Read.Memory ?? new ConversationMemory(desk.Shop.Id, desk.ConversationId);
        memory.Keep(desk.Notes);
        if (desk.Read.Memory is null)
        {
            db.ConversationMemories.Add(memory);
        }
        else
        {
            db.ConversationMemories.Update(memory);
        }
    }
}
