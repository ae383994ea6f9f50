using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Composition;

/// <summary>Reachable, and at the version that this program wants.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        return (await database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy("not migrated") : HealthCheckResult.Healthy();
    }
}
