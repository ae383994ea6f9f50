using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Application.Retention;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.Jobs;

public sealed class JobTests : IDisposable
{
    private const string ForShops = "shop-retention";
    private const string ForAll = "installation-retention";

    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-jobs-").FullName;
    private readonly RowsInHand.Diary _diary = new();

    [Fact]
    public async Task A_schedule_runs_once_in_the_scope_of_each_shop()
    {
        await using var host = await StartAsync();
        var shops = new[] { await host.OpenAsync("lome"), await host.OpenAsync("lyon") };

        await host.SendAsync(new BeginSchedule(ForShops, ByPerson: true));
        var runs = await host.EventuallyAsync(nameof(PurgeShop), all => all.Count == 2 && all.All(r => r.Status == JobStatus.Done));

        Assert.Equal(shops.Order(ById), runs.Select(r => r.Shop!.Value).Order(ById));
        Assert.Equal(shops.Order(ById), _diary.Shops.Order(ById));
    }

    [Fact]
    public async Task An_outage_is_tried_again_later_and_its_reason_names_nobody()
    {
        _diary.Breaks = true;
        await using var host = await StartAsync();

        await host.SendAsync(new BeginSchedule(ForAll, ByPerson: true));
        var run = (await host.EventuallyAsync(nameof(PurgeInstallation), all => all is [{ Reason: not null }]))[0];

        Assert.Equal((JobStatus.Waiting, 1), (run.Status, run.Attempts));
        Assert.True(run.DueAt >= run.StartedAt + JobRun.PauseAfter(1));
        Assert.Equal("TimeoutException: No answer for … of …", run.Reason);
        Assert.True(await host.Get<JobTimer>().HasAsync(run.Id, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_given_up_runs_when_an_operator_wants_it_again()
    {
        await using var host = await StartAsync();
        var parked = await ParkedAsync(host);

        Assert.True((await host.SendAsync(new RetryJob(parked))).IsOk);

        var run = Assert.Single(await host.EventuallyAsync(nameof(PurgeInstallation), all => all[0].Status == JobStatus.Done));
        Assert.Equal(parked, run.Id);
    }

    [Fact]
    public async Task A_command_that_this_version_does_not_know_is_parked_at_once()
    {
        await using var host = await StartAsync();
        var run = JobRun.Create(new JobOrder("Gone", "{}", null), Now, Now);
        await host.SaveAsync(null, db => db.JobRuns.Add(run));

        await host.Get<IJobTimer>().SetAsync(run.Id, Now, CancellationToken.None);

        var parked = Assert.Single(await host.EventuallyAsync("Gone", all => all[0].Status == JobStatus.Parked));
        Assert.Equal((1, "unknown_command"), (parked.Attempts, parked.Reason));
    }

    [Fact]
    public async Task Jobs_that_a_killed_host_left_behind_run_at_the_next_start()
    {
        await using (var killed = await StartAsync(run: false))
        {
            var running = JobRun.Create(JobOrders.For(new PurgeInstallation(), null, null), Now, Now);
            running.Start(Now);
            await killed.SaveAsync(null, db => db.JobRuns.Add(running));
            await killed.SaveAsync(null, db => db.JobRuns.Add(JobRun.Create(JobOrders.For(new PurgeInstallation(), null, null), Now, Now)));
        }

        await using var host = await StartAsync();
        var runs = await host.EventuallyAsync(nameof(PurgeInstallation), all => all.All(r => r.Status == JobStatus.Done));

        Assert.Equal([1, 2], runs.Select(r => r.Attempts).Order());
    }

    [Fact]
    public async Task A_pause_survives_a_restart_and_a_person_may_still_run_it()
    {
        await using (var first = await StartAsync(run: false))
        {
            await first.SendAsync(new PauseSchedule(ForAll, Paused: true));
        }

        await using var host = await StartAsync(run: false);
        await host.SendAsync(new BeginSchedule(ForAll, ByPerson: false));
        Assert.Empty(await host.RunsAsync(nameof(PurgeInstallation)));
        Assert.True((await host.SendAsync(new GetJobs())).Schedules.Single(s => s.Name == ForAll) is { IsPaused: true, NextAt: null });

        await host.SendAsync(new BeginSchedule(ForAll, ByPerson: true));
        Assert.Single(await host.RunsAsync(nameof(PurgeInstallation)));
    }

    [Fact]
    public async Task A_schedule_does_not_pile_up_what_has_not_run_yet()
    {
        await using var host = await StartAsync(run: false);

        await host.SendAsync(new BeginSchedule(ForAll, ByPerson: false));
        await host.SendAsync(new BeginSchedule(ForAll, ByPerson: false));

        Assert.Single(await host.RunsAsync(nameof(PurgeInstallation)));
    }

    [Fact]
    public async Task A_job_is_queued_with_the_transaction_that_asked_for_it_and_for_its_shop()
    {
        await using var host = await StartAsync(run: false);
        var shop = await host.OpenAsync("lome");

        await QueueAsync(host, shop, keep: false);
        Assert.Empty(await host.RunsAsync(nameof(PurgeShop)));

        await QueueAsync(host, shop, keep: true);
        Assert.Equal(shop, Assert.Single(await host.RunsAsync(nameof(PurgeShop))).Shop);
    }

    [Fact]
    public async Task Two_runners_that_take_a_job_at_once_run_it_once()
    {
        await using var host = await StartAsync(run: false);
        var shop = await host.OpenAsync("lome");
        await QueueAsync(host, shop, keep: true);
        var run = (await host.RunsAsync(nameof(PurgeShop)))[0];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Get<JobRunner>().RunAsync(run.Id, CancellationToken.None)));

        Assert.Single(_diary.Shops);
    }

    [Fact]
    public async Task Hours_survive_in_a_store_of_the_database()
    {
        var (file, run) = ($"Data Source={Path.Combine(_folder, "hours.db")};Pooling=false", new JobRunId(Guid.CreateVersion7()));
        await SchedulerTables.CreateAsync(Store, CancellationToken.None);
        await using (var first = Scheduler())
        {
            await TimerOf(first).SetAsync(run, Now.AddDays(1), CancellationToken.None);
        }

        await using var second = Scheduler();
        Assert.True(await TimerOf(second).HasAsync(run, CancellationToken.None));

        void Store(IPersistentStoreBuilder store) => store.UseSqlite(Microsoft.Data.Sqlite.SqliteFactory.Instance, file);

        ServiceProvider Scheduler() => new ServiceCollection().AddLogging().AddQuartz(quartz => quartz.UsePersistentStore(Store)).BuildServiceProvider();

        JobTimer TimerOf(ServiceProvider services) => new(services.GetRequiredService<ISchedulerFactory>());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static readonly Comparer<TenantId> ById = Comparer<TenantId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private Task<JobShop> StartAsync(bool run = true) => JobShop.StartAsync(
        _folder,
        services =>
        {
            services.AddSingleton(_diary);
            services.Replace(ServiceDescriptor.Scoped<IExpiredRows, RowsInHand>());
        },
        run);

    private static async Task<JobRunId> ParkedAsync(JobShop host)
    {
        var run = JobRun.Create(JobOrders.For(new PurgeInstallation(), null, null), Now, Now);
        run.Start(Now);
        run.Park("refused", Now);
        await host.SaveAsync(null, db => db.JobRuns.Add(run));
        return run.Id;
    }

    private static Task<bool> QueueAsync(JobShop host, TenantId shop, bool keep) => host.InAsync(shop, scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
        _ =>
        {
            scope.GetRequiredService<IJobQueue>().Enqueue(new PurgeShop());
            return Task.FromResult(true);
        },
        _ => keep,
        CancellationToken.None));
}
