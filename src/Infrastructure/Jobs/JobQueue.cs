using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Jobs;

namespace WaSaas.Infrastructure.Jobs;

internal sealed class JobQueue(IJobsDbContext db, ITenantScope tenant, IJobTimer timer, FollowUps followUps, TimeProvider clock) : IJobQueue
{
    public JobRunId Enqueue(IJobCommand command, DateTimeOffset? due = null, string? schedule = null)
    {
        var now = clock.GetUtcNow();
        var (hour, shop) = (due ?? now, tenant.IsSet ? tenant.Id : default(Domain.Common.TenantId?));
        var run = JobRun.Create(JobOrders.For(command, shop, schedule), now, hour);
        db.JobRuns.Add(run);
        followUps.Add(ct => timer.SetAsync(run.Id, hour, ct));
        return run.Id;
    }
}
