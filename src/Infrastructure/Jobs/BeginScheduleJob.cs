using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using WaSaas.Application.Jobs;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>The hour of a recurring job has come.</summary>
[DisallowConcurrentExecution]
internal sealed class BeginScheduleJob(IServiceScopeFactory scopes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BeginSchedule(context.JobDetail.Key.Name, ByPerson: false), cancellationToken);
    }
}
