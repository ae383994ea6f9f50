using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>For operators: what recurs, what waits or runs, what was given up, and what went well lately.</summary>
public sealed record GetJobs : IQuery<JobBoard>;

public sealed record JobBoard(
    IReadOnlyList<ScheduleRow> Schedules, IReadOnlyList<JobRow> Open, IReadOnlyList<JobRow> Parked, IReadOnlyList<JobRow> Done);

public sealed record ScheduleRow(string Name, JobReach Reach, TimeSpan Every, TimeOnly? At, bool IsPaused, DateTimeOffset? LastStartedAt, DateTimeOffset? LastDoneAt, DateTimeOffset? NextAt);

/// <param name="Id">Names it to <see cref="RetryJob"/>.</param>
/// <param name="Name">The command.</param>
/// <param name="Shop">The shop's short name; null for the installation.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">Tries begun.</param>
/// <param name="At">When it is due (open ones), or ended.</param>
/// <param name="StartedAt">The last beginning.</param>
/// <param name="Reason">Why the last try did not work; no values of the command.</param>
public sealed record JobRow(Guid Id, string Name, string? Shop, JobStatus Status, int Attempts, DateTimeOffset? At, DateTimeOffset? StartedAt, string? Reason);

internal sealed class GetJobsHandler(IJobsDbContext db, IAcrossTenants all, TimeProvider clock) : IQueryHandler<GetJobs, JobBoard>
{
    private const int Most = 50;

    public async Task<JobBoard> Handle(GetJobs query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var states = await db.JobSchedules.AsNoTracking().ToDictionaryAsync(s => s.Name, cancellationToken);
        var shops = (await all.ShopsAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Slug);
        var runs = db.JobRuns.AsNoTracking();
        return new JobBoard(
            [.. Schedules.All.Select(s => Row(s, states.GetValueOrDefault(s.Name), now))],
            await ListAsync(runs.Where(j => j.DueAt != null).OrderBy(j => j.DueAt)),
            await ListAsync(runs.Where(j => j.Status == JobStatus.Parked).OrderByDescending(j => j.EndedAt)),
            await ListAsync(runs.Where(j => j.Status == JobStatus.Done).OrderByDescending(j => j.EndedAt)));

        async Task<IReadOnlyList<JobRow>> ListAsync(IQueryable<JobRun> some) =>
            [.. (await some.Take(Most).ToListAsync(cancellationToken)).Select(j => Row(j, shops))];
    }

    private static ScheduleRow Row(JobSchedule schedule, ScheduleState? state, DateTimeOffset now) => new(
        schedule.Name,
        schedule.Reach,
        schedule.Every,
        schedule.At,
        state?.IsPaused == true,
        state?.LastStartedAt,
        state?.LastDoneAt,
        state?.IsPaused == true ? null : schedule.NextAfter(state?.LastStartedAt, now));

    private static JobRow Row(JobRun run, Dictionary<TenantId, string> shops) => new(
        run.Id.Value,
        run.Name,
        run.Shop is { } shop ? shops.GetValueOrDefault(shop) ?? shop.Value.ToString() : null,
        run.Status,
        run.Attempts,
        run.EndedAt ?? run.DueAt,
        run.StartedAt,
        run.Reason);
}
