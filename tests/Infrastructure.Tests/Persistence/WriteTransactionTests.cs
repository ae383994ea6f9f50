using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Domain.Jobs;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Tests.Jobs;

namespace WaSaas.Infrastructure.Tests.Persistence;

public sealed class WriteTransactionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-writes-").FullName;

    [Fact]
    public async Task Who_loses_a_race_for_a_key_looks_again_and_finds_the_row()
    {
        await using var host = await JobShop.StartAsync(_folder, run: false);
        await host.SaveAsync(null, db => db.JobSchedules.Add(new ScheduleState("nightly")));
        var looks = 0;

        var found = await host.InAsync(null, scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                var db = scope.GetRequiredService<AppDbContext>();

                // The first look is made before the other's row is there.
                var there = looks++ > 0 && await db.JobSchedules.AnyAsync(s => s.Name == "nightly", ct);
                if (!there)
                {
                    db.JobSchedules.Add(new ScheduleState("nightly"));
                }

                return there;
            },
            _ => true,
            CancellationToken.None));

        Assert.True(found);
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task A_key_that_stays_taken_is_an_error_after_a_few_tries()
    {
        await using var host = await JobShop.StartAsync(_folder, run: false);
        await host.SaveAsync(null, db => db.JobSchedules.Add(new ScheduleState("nightly")));
        var tries = 0;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => host.SaveAsync(null, db =>
        {
            tries++;
            db.JobSchedules.Add(new ScheduleState("nightly"));
        }));

        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task Two_hosts_that_claim_at_once_cannot_both_have_it()
    {
        await using var one = await JobShop.StartAsync(_folder, run: false);
        await using var other = await JobShop.StartAsync(_folder, run: false);
        var run = JobRun.Create(new JobOrder("PurgeShop", "{}", null), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        await one.SaveAsync(null, db => db.JobRuns.Add(run));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => one.InAsync(null, async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            (await db.JobRuns.SingleAsync()).Start(DateTimeOffset.UnixEpoch);
            await other.SendAsync(new Application.Jobs.StartJob(run.Id));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Only_a_resumable_step_is_written_without_waiting_for_the_disk()
    {
        const int normal = 1;
        const int full = 2;
        await using var host = await JobShop.StartAsync(_folder, run: false);

        var found = new List<long>
        {
            await host.InAsync(null, scope => Unit(scope).RunAsync(_ => SynchronousAsync(scope), _ => true, CancellationToken.None)),
            await host.InAsync(null, scope => Unit(scope).RunResumableAsync(_ => SynchronousAsync(scope), _ => true, CancellationToken.None)),
            await host.InAsync(null, async scope =>
            {
                await Unit(scope).RunResumableAsync(_ => SynchronousAsync(scope), _ => true, CancellationToken.None);
                return await Unit(scope).RunAsync(_ => SynchronousAsync(scope), _ => true, CancellationToken.None);
            }),
        };

        Assert.Equal([full, normal, full], found);
    }

    private static IUnitOfWork Unit(IServiceProvider scope) => scope.GetRequiredService<IUnitOfWork>();

    private static async Task<long> SynchronousAsync(IServiceProvider scope)
    {
        await using var command = scope.GetRequiredService<AppDbContext>().Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
