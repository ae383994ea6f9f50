using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;

namespace WaSaas.WebUI.Live;

/// <summary>
/// Shows the installation's emergency stop on open pages within seconds, whichever process gave it: a command has no pages,
/// and a host hears nothing of other processes' commits.
/// </summary>
internal sealed partial class StopWatch(IServiceScopeFactory scopes, LiveHub hub, TimeProvider clock, ILogger<StopWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool? before = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var stopped = await IsStoppedAsync(stoppingToken);
                if (before is not null && before != stopped)
                {
                    hub.AnnounceToAll(LiveTopics.Assistant);
                }

                before = stopped;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LookingFailed(e);
            }

            await Task.Delay(LookAgain, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsStoppedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetInstallation(), ct)).AssistantsStoppedAt is not null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for the installation's emergency stop failed")]
    private partial void LookingFailed(Exception e);
}
