using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

public enum JobOutcome
{
    Done = 1,

    /// <summary>An exception: tried again after a pause, a few times.</summary>
    Failed = 2,

    /// <summary>Refused: trying again would not help.</summary>
    Refused = 3,
}

/// <summary>How a try of a job ended.</summary>
public sealed record EndJob(JobRunId Id, JobOutcome Outcome, string? Reason = null) : ICommand<Result>;

internal sealed class EndJobHandler(IJobsDbContext db, ScheduleStates states, IJobTimer timer, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<EndJob, Result>
{
    public async Task<Result> Handle(EndJob command, CancellationToken cancellationToken)
    {
        var run = await db.JobRuns.SingleOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (run is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow();
        switch (command.Outcome)
        {
            case JobOutcome.Done: await DoneAsync(run, now, cancellationToken); break;
            case JobOutcome.Refused: run.Park(command.Reason ?? "", now); break;
            default: run.Fail(command.Reason ?? "", now); break;
        }

        if (run.DueAt is { } again)
        {
            followUps.Add(ct => timer.SetAsync(run.Id, again, ct));
        }

        return Result.Ok;
    }

    private async Task DoneAsync(JobRun run, DateTimeOffset now, CancellationToken ct)
    {
        run.Finish(now);
        if (Schedules.Find(run.Schedule) is not { } schedule)
        {
            return;
        }

        (await states.GetAsync(schedule.Name, ct)).Done(now);
        if (!schedule.KeepsHistory)
        {
            db.JobRuns.Remove(run);
        }
    }
}
