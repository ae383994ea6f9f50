using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>Refuses to save a row of another shop, and any shop's row outside a shop's unit of work.</summary>
public sealed class TenantGuard(ITenantScope scope) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Check(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var property = entry.Entity switch
            {
                ITenantOwned => nameof(ITenantOwned.TenantId),
                Tenant => nameof(Tenant.Id),
                _ => null,
            };
            if (property is not null)
            {
                Check(entry, entry.Property(property));
            }
        }
    }

    private void Check(EntityEntry entry, PropertyEntry tenant)
    {
        if (!scope.Id.Equals(tenant.CurrentValue) || (entry.State != EntityState.Added && !scope.Id.Equals(tenant.OriginalValue)))
        {
            throw new TenantViolationException(entry.Metadata.ClrType.Name);
        }
    }
}

/// <summary>A bug or an attack: a row of another shop was about to be written.</summary>
public sealed class TenantViolationException(string entity) : Exception($"A {entity} of another tenant was about to be saved.");
