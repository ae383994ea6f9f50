using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Negotiation;

/// <summary>
/// The vendor's ruler of each product that is haggled over in a conversation, from list price to floor. For her own
/// screens only: it never meets a brain, a customer or a trace. Null when there is no such conversation.
/// </summary>
public sealed record GetPriceRuler(ConversationId Id) : IQuery<IReadOnlyList<RuledPrice>?>;

/// <param name="List">Public price of one piece at this quantity.</param>
/// <param name="Floor">Never sold below; equal to the public price when it is not negotiable.</param>
/// <param name="Steps">Unit prices as they stood, with the customer's numbers, in order.</param>
public sealed record RuledPrice(string Sku, string Name, int Quantity, long List, long Floor, IReadOnlyList<HaggleStep> Steps, long? AgreedUnitPrice);

internal sealed class GetPriceRulerHandler(IAppDbContext db) : IQueryHandler<GetPriceRuler, IReadOnlyList<RuledPrice>?>
{
    public async Task<IReadOnlyList<RuledPrice>?> Handle(GetPriceRuler query, CancellationToken cancellationToken)
    {
        var contact = await db.Conversations.Where(c => c.Id == query.Id).Select(c => (ContactId?)c.ContactId).SingleOrDefaultAsync(cancellationToken);
        if (contact is null)
        {
            return null;
        }

        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var talks = await db.Negotiations.AsNoTracking().Where(n => n.ContactId == contact).OrderByDescending(n => n.LastMoveAt).ToListAsync(cancellationToken);
        var over = talks.Where(talk => !talk.IsOverCart && talk.Steps.Count > 0).ToList();
        var ids = over.SelectMany(HaggledTalks.Products).Distinct().ToArray();
        var products = await db.Products.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. over.Select(talk =>
        {
            var (product, quantity) = (products[HaggledTalks.Products(talk).First()], talk.Steps[^1].Quantity);
            var ruler = product.RulerIn(shop, quantity);
            return new RuledPrice(product.Sku, product.Name, quantity, ruler.Public, ruler.Floor, talk.Steps, talk.Agreements.MaxBy(a => a.AgreedAt)?.Unit);
        })];
    }
}
