using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>Takes a job that is due; null when it is not, or is gone.</summary>
public sealed record StartJob(JobRunId Id) : ICommand<JobOrder?>;

internal sealed class StartJobHandler(IJobsDbContext db, TimeProvider clock) : ICommandHandler<StartJob, JobOrder?>
{
    public async Task<JobOrder?> Handle(StartJob command, CancellationToken cancellationToken)
    {
        var run = await db.JobRuns.SingleOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        return run is not null && run.Start(clock.GetUtcNow()) ? new JobOrder(run.Name, run.Values, run.Shop, run.Schedule) : null;
    }
}
