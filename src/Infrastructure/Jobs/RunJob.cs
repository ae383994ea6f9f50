using Quartz;
using WaSaas.Domain.Jobs;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>The hour of a job has come.</summary>
internal sealed class RunJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runner.RunAsync(new JobRunId(Guid.Parse(context.JobDetail.Key.Name)), cancellationToken);
}
