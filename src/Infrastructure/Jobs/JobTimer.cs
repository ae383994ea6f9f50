using Quartz;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Jobs;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Quartz remembers the hours; what is to be done stands in the table of jobs.</summary>
internal sealed class JobTimer(ISchedulerFactory schedulers) : IJobTimer
{
    public const string Runs = "runs";
    public const string Recurring = "schedules";
    private static readonly TimeSpan CatchUpAfter = TimeSpan.FromSeconds(20);

    public async Task SetAsync(JobRunId run, DateTimeOffset at, CancellationToken ct)
    {
        var job = JobBuilder.Create<RunJob>().WithIdentity(KeyOf(run)).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Key.Name, Runs).StartAt(at).Build();
        await (await schedulers.GetScheduler(ct)).ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, ct);
    }

    public async Task<bool> HasAsync(JobRunId run, CancellationToken ct) =>
        await (await schedulers.GetScheduler(ct)).Exists(KeyOf(run), ct);

    /// <summary>From now on at its hours; what was missed while nothing ran is made up for soon.</summary>
    public async Task RepeatAsync(JobSchedule schedule, DateTimeOffset? last, DateTimeOffset now, CancellationToken ct)
    {
        var job = JobBuilder.Create<BeginScheduleJob>().WithIdentity(schedule.Name, Recurring).Build();
        var next = schedule.NextAfter(last, now);
        List<ITrigger> triggers = [schedule.At is { } time ? Daily(schedule, time) : Often(schedule, next)];
        if (schedule.At is not null && next <= now)
        {
            triggers.Add(TriggerBuilder.Create().WithIdentity($"{schedule.Name}-missed", Recurring).StartAt(now + CatchUpAfter).Build());
        }

        await (await schedulers.GetScheduler(ct)).ScheduleJob(job, triggers, ScheduleJobOptions.Replacing, ct);
    }

    private static ITrigger Often(JobSchedule schedule, DateTimeOffset next) => TriggerBuilder.Create()
        .WithIdentity(schedule.Name, Recurring)
        .StartAt(next)
        .WithSimpleSchedule(s => s.WithInterval(schedule.Every).RepeatForever())
        .Build();

    private static ITrigger Daily(JobSchedule schedule, TimeOnly time) => TriggerBuilder.Create()
        .WithIdentity(schedule.Name, Recurring)
        .WithSchedule(CronScheduleBuilder.Create($"0 {time.Minute} {time.Hour} * * ?").InTimeZone(TimeZoneInfo.Utc))
        .Build();

    private static JobKey KeyOf(JobRunId run) => new(run.Value.ToString("n"), Runs);
}
