using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Persistence.Admin;

internal sealed class BillingAcrossTenants(IDbContextFactory<AdminDbContext> contexts) : IBillingAcrossTenants
{
    public async Task<TenantId?> TenantOfCustomerAsync(string customerId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Subscriptions.Where(s => s.CustomerId == customerId).Select(s => (TenantId?)s.TenantId).SingleOrDefaultAsync(ct);
    }

    public Task<IReadOnlyList<string>> DueNoticesAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        ListAsync(db => db.BillingEvents.Where(e => e.DueAt != null && e.DueAt <= now).OrderBy(e => e.DueAt).Select(e => e.Id).Take(limit), ct);

    public Task<IReadOnlyList<TenantId>> ShopsWithCustomerAsync(CancellationToken ct) =>
        ListAsync(db => db.Subscriptions.Where(s => s.CustomerId != null).OrderBy(s => s.TenantId).Select(s => s.TenantId), ct);

    public Task<IReadOnlyList<SubscriptionRow>> SubscriptionsAsync(CancellationToken ct) => ListAsync(
        db => db.Subscriptions.AsNoTracking()
            .Join(db.Tenants, s => s.TenantId, t => t.Id, (s, t) => new { s, t })
            .OrderBy(row => row.t.Name)
            .Select(row => new SubscriptionRow(row.t.Id, row.t.Slug, row.t.Name, row.s)),
        ct);

    public Task<IReadOnlyList<OperationRow>> TroubledOperationsAsync(int limit, CancellationToken ct) => ListAsync(
        db => db.BillingOperations
            .Where(o => o.State != OperationState.Done)
            .Join(db.Tenants, o => o.TenantId, t => t.Id, (o, t) => new { o, t })
            .OrderByDescending(row => row.o.CreatedAt)
            .Take(limit)
            .Select(row => new OperationRow(row.t.Id, row.t.Name, row.o.Kind, row.o.State, row.o.Attempts, row.o.FailureCode, row.o.CreatedAt)),
        ct);

    public async Task<IReadOnlyList<WarningRow>> WarningsAsync(int limit, CancellationToken ct)
    {
        var types = BillingWarnings.Types.ToList();
        var rows = await ListAsync(
            db => db.BillingEvents
                .Where(e => types.Contains(e.Type) && e.State != BillingEventState.Rejected)
                .OrderByDescending(e => e.CreatedAt)
                .Take(limit)
                .Select(e => new
                {
                    e.Type,
                    e.ObjectId,
                    e.CreatedAt,
                    e.State,
                    Shop = db.Subscriptions.Where(s => s.CustomerId == e.CustomerId && e.CustomerId != null)
                        .Join(db.Tenants, s => s.TenantId, t => t.Id, (s, t) => t.Name)
                        .FirstOrDefault(),
                }),
            ct);
        return [.. rows.Select(row => new WarningRow(BillingWarnings.Of(row.Type)!.Value, row.Shop, row.ObjectId, row.CreatedAt, row.State))];
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(Func<AdminDbContext, IQueryable<T>> query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await query(db).ToListAsync(ct);
    }
}
