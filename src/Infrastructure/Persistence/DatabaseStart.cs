using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>What happens with the database before anything else does.</summary>
public static class DatabaseStart
{
    /// <summary>Brings the database up to date.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be used.</exception>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<IDatabase>();
        await database.ReachAsync(isToBeMade: true, ct);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync(ct);
        await database.ProvisionAsync(ct);
    }

    /// <summary>At the start of the host and of commands: migrates where that is wanted, and only when something is to do.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be used, or somebody has to run <c>migrate</c> first.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<IDatabase>();
        await database.ReachAsync(database.MigratesItself, ct);
        if (!await IsBehindAsync(services, ct))
        {
            return;
        }

        if (!database.MigratesItself)
        {
            throw new DatabaseUnavailableException("The database is not at the version of this program. Run the command migrate with a login that may change tables.");
        }

        await services.MigrateAsync(ct);
    }

    private static async Task<bool> IsBehindAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetPendingMigrationsAsync(ct)).Any();
    }
}
