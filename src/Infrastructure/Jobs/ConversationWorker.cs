using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>
/// Works on conversations that are due: several at a time, each by one lane at a time, each in a scope of its shop. Woken
/// by commits; looks by itself a few times a second, because work may come from another process or from the clock.
/// </summary>
internal abstract partial class ConversationWorker(IServiceScopeFactory scopes, IAcrossTenants all, WorkSignal signal, TimeProvider clock, ILogger log)
    : BackgroundService
{
    private const int Lanes = 8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<ConversationId, Task> _running = new();

    protected abstract Task<IReadOnlyList<DueConversation>> FindAsync(IAcrossTenants all, DateTimeOffset now, int limit, CancellationToken ct);

    protected abstract Task WorkAsync(IServiceProvider scope, ConversationId conversation, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(stoppingToken);
                await signal.WaitAsync(LookAgain, stoppingToken);
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

    private async Task StartDueAsync(CancellationToken ct)
    {
        var free = Lanes - _running.Count;
        if (free <= 0)
        {
            return;
        }

        foreach (var due in (await FindAsync(all, clock.GetUtcNow(), Lanes * 2, ct)).Where(d => !_running.ContainsKey(d.ConversationId)).Take(free))
        {
            var done = new TaskCompletionSource();
            _running[due.ConversationId] = done.Task;
            _ = Task.Run(() => RunAsync(due, done, ct), CancellationToken.None);
        }
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
