using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Retention;

/// <summary>Removes what belongs to no shop and is over: sign-ins, and the history of jobs. Idempotent.</summary>
public sealed record PurgeInstallation : IJobCommand;

internal sealed class PurgeInstallationHandler(IJobsDbContext jobs, IExpiredRows rows, RetentionOptions ages, TimeProvider clock)
    : ICommandHandler<PurgeInstallation, Result>
{
    public async Task<Result> Handle(PurgeInstallation command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-ages.JobDays);
        await rows.RemoveSignInsAsync(now, cancellationToken);
        await jobs.JobRuns.Where(j => j.EndedAt != null && j.EndedAt < before).ExecuteDeleteAsync(cancellationToken);
        return Result.Ok;
    }
}
