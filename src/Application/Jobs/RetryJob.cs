using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>An operator lets a job that was given up be tried again.</summary>
public sealed record RetryJob(JobRunId Id) : ICommand<Result>;

internal sealed class RetryJobHandler(IJobsDbContext db, IJobTimer timer, FollowUps followUps, TimeProvider clock) : ICommandHandler<RetryJob, Result>
{
    public async Task<Result> Handle(RetryJob command, CancellationToken cancellationToken)
    {
        var (now, run) = (clock.GetUtcNow(), await db.JobRuns.SingleOrDefaultAsync(j => j.Id == command.Id, cancellationToken));
        if (run is null)
        {
            return Error.NotFound;
        }

        followUps.Add(ct => timer.SetAsync(run.Id, now, ct));
        return run.Retry(now);
    }
}
