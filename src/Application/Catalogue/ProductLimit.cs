using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Catalogue;

/// <summary>How many products the shop's plan holds. Archived ones do not count.</summary>
internal static class ProductLimit
{
    public static async Task<int> OfAsync(IAppDbContext db, PlanTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(ct);
        return (subscription?.EntitlementsAt(now, terms) ?? terms.Starter).Products;
    }

    /// <summary>Asked inside the command's transaction, so that two who add at once cannot share the last place.</summary>
    public static async Task<Error?> RefusalAsync(IAppDbContext db, PlanTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        var limit = await OfAsync(db, terms, now, ct);
        return await db.Products.CountAsync(p => p.ArchivedAt == null, ct) < limit ? null : ProductErrors.LimitReached(limit);
    }
}
