using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>Open jobs that are due by then.</summary>
/// <param name="By">The latest hour that matters.</param>
/// <param name="Release">At the start of the only host: what the former process ran is due now.</param>
public sealed record FindDueJobs(DateTimeOffset By, bool Release) : ICommand<IReadOnlyList<DueJob>>;

public sealed record DueJob(JobRunId Id, DateTimeOffset DueAt);

internal sealed class FindDueJobsHandler(IJobsDbContext db, TimeProvider clock) : ICommandHandler<FindDueJobs, IReadOnlyList<DueJob>>
{
    private const int Most = 500;

    public async Task<IReadOnlyList<DueJob>> Handle(FindDueJobs command, CancellationToken cancellationToken)
    {
        if (command.Release)
        {
            (await db.JobRuns.Where(j => j.Status == JobStatus.Running).ToListAsync(cancellationToken)).ForEach(j => j.Release(clock.GetUtcNow()));
            return [.. db.JobRuns.Local.Select(j => new DueJob(j.Id, j.DueAt!.Value)), .. await OpenAsync(command.By, cancellationToken)];
        }

        return await OpenAsync(command.By, cancellationToken);
    }

    private Task<List<DueJob>> OpenAsync(DateTimeOffset by, CancellationToken ct) => db.JobRuns.AsNoTracking()
        .Where(j => j.DueAt != null && j.DueAt <= by)
        .OrderBy(j => j.DueAt)
        .Take(Most)
        .Select(j => new DueJob(j.Id, j.DueAt!.Value))
        .ToListAsync(ct);
}
