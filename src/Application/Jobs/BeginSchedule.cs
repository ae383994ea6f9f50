using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>
/// The hour of a recurring job has come, or an operator wants it now: its jobs are queued, for each shop its own. A shop whose
/// last one is still open is left out. A paused schedule does nothing by itself.
/// </summary>
/// <param name="Name">One of <see cref="Schedules.All"/>.</param>
/// <param name="ByPerson">Asked for by an operator: also when it is paused.</param>
public sealed record BeginSchedule(string Name, bool ByPerson) : ICommand<Result>;

internal sealed class BeginScheduleHandler(
    IJobsDbContext db, ScheduleStates states, IAcrossTenants all, IJobTimer timer, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<BeginSchedule, Result>
{
    public async Task<Result> Handle(BeginSchedule command, CancellationToken cancellationToken)
    {
        if (Schedules.Find(command.Name) is not { } schedule)
        {
            return Error.NotFound;
        }

        var (now, state) = (clock.GetUtcNow(), await states.GetAsync(command.Name, cancellationToken));
        if (state.IsPaused && !command.ByPerson)
        {
            return Result.Ok;
        }

        state.Begin(now);
        var open = await db.JobRuns.Where(j => j.Schedule == schedule.Name && j.DueAt != null).Select(j => j.Shop).ToListAsync(cancellationToken);
        foreach (var shop in (await ShopsAsync(schedule, cancellationToken)).Except(open))
        {
            Queue(schedule, shop, now);
        }

        return Result.Ok;
    }

    private async Task<IEnumerable<TenantId?>> ShopsAsync(JobSchedule schedule, CancellationToken ct) => schedule.Reach == JobReach.EachShop
        ? (await all.ShopsAsync(ct)).Select(s => (TenantId?)s.Id)
        : [null];

    private void Queue(JobSchedule schedule, TenantId? shop, DateTimeOffset now)
    {
        var run = JobRun.Create(JobOrders.For(schedule.Command(), shop, schedule.Name), now, now);
        db.JobRuns.Add(run);
        followUps.Add(ct => timer.SetAsync(run.Id, now, ct));
    }
}
