using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>The scheduler's tables in a server database, made by <c>migrate</c>, because the host's login need not be able to.</summary>
internal static class SchedulerTables
{
    /// <summary>A name of its own: it sees no job of the host.</summary>
    private const string Name = "migrate";

    public static async Task CreateAsync(Action<IPersistentStoreBuilder> database, CancellationToken ct)
    {
        var services = new ServiceCollection().AddLogging().AddQuartz(
            new Dictionary<string, string?> { ["quartz.scheduler.instanceName"] = Name }!,
            quartz => quartz.UsePersistentStore(store =>
            {
                database(store);
                store.ProvisionSchema();
            }));
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(waitForJobsToComplete: true, ct);
    }
}
