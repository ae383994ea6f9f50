using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Mails shops whose customers want a person. Looks every few seconds: a mail may be that late, and must not be lost with a process.</summary>
internal sealed partial class AlertWorker(IServiceScopeFactory scopes, IAcrossTenants all, TimeProvider clock, ILogger<AlertWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var shop in await all.ShopsToAlertAsync(clock.GetUtcNow(), stoppingToken))
                {
                    await AlertAsync(shop, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                AlertingFailed(e);
            }

            await Task.Delay(LookAgain, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AlertAsync(TenantId shop, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AlertVendor(), ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling shops about waiting customers failed")]
    private partial void AlertingFailed(Exception e);
}
