using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>
/// Works on conversations that are due: several at a time, each by one lane at a time, each in a scope of its shop. Woken
/// by commits and by the hour of what is due next; looks by itself every few seconds for what another process committed.
/// </summary>
internal abstract partial class ConversationWorker(IServiceScopeFactory scopes, IAcrossTenants all, WorkSignal signal, TimeProvider clock, ILogger log)
    : BackgroundService
{
    private const int Lanes = 8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ConversationId, Task> _running = new();

    protected abstract Task<IReadOnlyList<DueConversation>> FindAsync(IAcrossTenants all, int limit, CancellationToken ct);

    protected abstract Task WorkAsync(IServiceProvider scope, ConversationId conversation, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(await StartDueAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                LookingFailed(e);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_running.Values);
    }

    /// <returns>How long there is nothing to do, unless a signal comes.</returns>
    private async Task<TimeSpan> StartDueAsync(CancellationToken ct)
    {
        var free = Lanes - _running.Count;
        if (free <= 0)
        {
            return LookAgain;
        }

        var now = clock.GetUtcNow();
        var next = (await FindAsync(all, Lanes * 2, ct)).Where(d => !_running.ContainsKey(d.ConversationId)).ToList();
        foreach (var due in next.Where(d => d.DueAt <= now).Take(free))
        {
            var done = new TaskCompletionSource();
            _running[due.ConversationId] = done.Task;
            _ = Task.Run(() => RunAsync(due, done, ct), CancellationToken.None);
        }

        return next.Select(d => d.DueAt - now).Where(wait => wait > TimeSpan.Zero && wait < LookAgain).DefaultIfEmpty(LookAgain).Min();
    }

    private async Task RunAsync(DueConversation due, TaskCompletionSource done, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(due.TenantId);
            await WorkAsync(scope.ServiceProvider, due.ConversationId, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: the lease ends or is released at the next start.
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process was quicker.
        }
        catch (Exception e)
        {
            WorkFailed(e, due.ConversationId.Value);
            await Task.Delay(TimeSpan.FromSeconds(1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _running.TryRemove(due.ConversationId, out _);
            done.SetResult();
            signal.Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for due conversations failed")]
    private partial void LookingFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on conversation {Conversation} failed")]
    private partial void WorkFailed(Exception e, Guid conversation);
}
