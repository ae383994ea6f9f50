using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>A cart with what its prices and its fee rest on.</summary>
internal sealed record CartContents(Cart Cart, DeliveryQuote? Quote, IReadOnlyCollection<PriceOffer> Offers)
{
    /// <summary>Null when nothing was put into a cart in this conversation.</summary>
    public static async Task<CartContents?> OfAsync(IAppDbContext db, ConversationId conversation, CancellationToken ct)
    {
        var cart = await db.Carts.SingleOrDefaultAsync(c => c.ConversationId == conversation, ct);
        if (cart is null)
        {
            return null;
        }

        var cited = cart.Lines.Select(line => line.OfferId).ToArray();
        var offers = await db.PriceOffers.Where(o => o.ContactId == cart.ContactId && cited.Contains(o.Id)).ToListAsync(ct);
        var quote = cart.QuoteId is { } id ? await db.DeliveryQuotes.SingleOrDefaultAsync(q => q.Id == id, ct) : null;
        return new CartContents(cart, quote, offers);
    }

    public Result<Recap> Recap(RecapTerms terms, DateTimeOffset at) => Domain.Orders.Recap.Of(Cart, Quote, Offers, terms, at);
}
