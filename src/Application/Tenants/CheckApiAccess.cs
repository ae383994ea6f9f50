using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>Whether keys of the shop still open the API: a key outlives a downgrade, its use does not.</summary>
public sealed record CheckApiAccess : IQuery<Result>;

internal sealed class CheckApiAccessHandler(IAppDbContext db, PlanTerms terms, TimeProvider clock) : IQueryHandler<CheckApiAccess, Result>
{
    public async Task<Result> Handle(CheckApiAccess query, CancellationToken cancellationToken)
    {
        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(cancellationToken);
        return subscription.EntitlementsAt(clock.GetUtcNow(), terms).Api ? Result.Ok : TenantErrors.ApiNotInPlan;
    }
}
