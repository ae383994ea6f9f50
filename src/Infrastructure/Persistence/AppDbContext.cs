using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>
/// The rows of the shop in scope. Every <see cref="ITenantOwned"/> type has the named filter <see cref="TenantFilter"/>;
/// the save guard is <see cref="TenantGuard"/>; keys start with the tenant, so that a forged row cannot be saved.
/// </summary>
public abstract class AppDbContext(DbContextOptions options, ITenantScope scope) : WaSaasDbContext(options), IAppDbContext, IJobsDbContext
{
    public const string TenantFilter = "Tenant";

    private static readonly TenantId Nobody = new(Guid.Empty);

    /// <summary>Read by the filters at each query: a property of the context, never a captured value. Unset: no rows.</summary>
    public TenantId ScopeId => scope.IsSet ? scope.Id : Nobody;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ITenantOwned)) && t.BaseType is null))
        {
            builder.Entity(type.ClrType).HasQueryFilter(TenantFilter, OwnRows(type.ClrType, nameof(ITenantOwned.TenantId)));
        }

        builder.Entity<Tenant>().HasQueryFilter(TenantFilter, OwnRows(typeof(Tenant), nameof(Tenant.Id)));
    }

    private LambdaExpression OwnRows(Type type, string tenantProperty)
    {
        var row = Expression.Parameter(type, "row");
        var own = Expression.Property(Expression.Constant(this), nameof(ScopeId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, tenantProperty), own), row);
    }
}
