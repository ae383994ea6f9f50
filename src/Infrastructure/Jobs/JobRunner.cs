using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>One try of a job: taken, done in a scope of its shop, and its end written down; each a transaction of its own.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, ILogger<JobRunner> log)
{
    private const string UnknownCommand = "unknown_command";

    public async Task RunAsync(JobRunId id, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is not { } order)
        {
            return;
        }

        var (outcome, reason) = await TryAsync(id, order, ct);
        if (!ct.IsCancellationRequested || outcome == JobOutcome.Done)
        {
            // Otherwise the host stops: the lease ends or is released at the next start.
            await SendAsync(null, new EndJob(id, outcome, reason), CancellationToken.None);
        }
    }

    private async Task<JobOrder?> TakeAsync(JobRunId id, CancellationToken ct)
    {
        try
        {
            return await SendAsync(null, new StartJob(id), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host was quicker.
            return null;
        }
    }

    private async Task<(JobOutcome Outcome, string? Reason)> TryAsync(JobRunId id, JobOrder order, CancellationToken ct)
    {
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(ct);
        lease.CancelAfter(JobRun.Lease);
        try
        {
            if (JobOrders.CommandOf(order.Name, order.Values) is not { } command)
            {
                return (JobOutcome.Refused, UnknownCommand);
            }

            var result = await SendAsync(order.Shop, command, lease.Token);
            return result.Error is { } error ? (JobOutcome.Refused, error.Code) : (JobOutcome.Done, null);
        }
        catch (Exception e)
        {
            Failed(e, order.Name, id.Value);
            return (JobOutcome.Failed, FailureReason.Of(e));
        }
    }

    private async Task<T> SendAsync<T>(TenantId? shop, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (shop is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} ({Id}) failed")]
    private partial void Failed(Exception e, string name, Guid id);
}
