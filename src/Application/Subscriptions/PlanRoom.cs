using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Whether the shop's plan has room for one more. To be asked inside the command's transaction: there is one writer at a
/// time, so two who add at once cannot share the last place.
/// </summary>
internal sealed class PlanRoom(IAppDbContext db, PlanTerms terms, TimeProvider clock)
{
    public async Task<Entitlements> EntitlementsAsync(CancellationToken ct)
    {
        // What this very transaction adds (a shop that is brought in) is not in the database yet.
        var subscription = db.Subscriptions.Local.SingleOrDefault() ?? await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(ct);
        return subscription?.EntitlementsAt(clock.GetUtcNow(), terms) ?? terms.Starter;
    }

    /// <summary>A number is named by its place in the shop, from 1.</summary>
    public async Task<Error?> ForNumberAsync(int position, CancellationToken ct)
    {
        var limit = (await EntitlementsAsync(ct)).Numbers;
        return position <= limit ? null : SessionErrors.NumberLimit(limit);
    }

    /// <summary>What a former plan or an operator gave may stay; it cannot be chosen anew.</summary>
    public async Task<Error?> ForStyleAsync(NegotiationStyle? before, NegotiationStyle? after, CancellationToken ct) =>
        after is not { } style || style == before || (await EntitlementsAsync(ct)).Allowed(style) == style ? null : TenantErrors.StyleNotInPlan;

    public async Task<Error?> ForPersonAsync(CancellationToken ct)
    {
        var limit = (await EntitlementsAsync(ct)).People;
        return await db.Memberships.CountAsync(ct) < limit ? null : SubscriptionErrors.PeopleLimit(limit);
    }
}
