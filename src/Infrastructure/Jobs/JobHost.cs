using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Jobs;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>
/// Restores what is to run from the tables: at start schedules and open jobs, and now and then open jobs that no timer
/// knows, because a process died between a commit and the timer, or because another process queued them.
/// </summary>
internal sealed partial class JobHost(IServiceScopeFactory scopes, JobTimer timer, IDatabase database, TimeProvider clock, ILogger<JobHost> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(RepeatAllAsync, stoppingToken);
        var soleHost = database.HasOneHost;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Only the first look knows that nothing of its own runs.
            var release = soleHost;
            await TryAsync(ct => RestoreAsync(release, ct), stoppingToken);
            soleHost = false;
            await Task.Delay(LookAgain, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RepeatAllAsync(CancellationToken ct)
    {
        var (now, board) = (clock.GetUtcNow(), await SendAsync(new GetJobs(), ct));
        foreach (var schedule in Schedules.All)
        {
            await timer.RepeatAsync(schedule, board.Schedules.Single(s => s.Name == schedule.Name).LastStartedAt, now, ct);
        }
    }

    private async Task RestoreAsync(bool release, CancellationToken ct)
    {
        foreach (var job in await SendAsync(new FindDueJobs(clock.GetUtcNow() + LookAgain, release), ct))
        {
            if (!await timer.HasAsync(job.Id, ct))
            {
                await timer.SetAsync(job.Id, job.DueAt, ct);
            }
        }
    }

    private async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken ct)
    {
        try
        {
            await act(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(e);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Restoring jobs failed")]
    private partial void Failed(Exception e);
}
