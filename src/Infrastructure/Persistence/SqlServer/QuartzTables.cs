using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>The scheduler's tables, made by <c>migrate</c>, because the host's login need not be able to.</summary>
internal static class QuartzTables
{
    public static async Task CreateAsync(string connection, CancellationToken ct)
    {
        // Under a name of its own it sees no job of the host.
        var services = new ServiceCollection().AddLogging().AddQuartz("migrate", quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlServer(connection);
                store.ProvisionSchema();
            });
        });
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(waitForJobsToComplete: true, ct);
    }
}
