using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Subscriptions;

namespace WaSaas.Infrastructure.Billing;

/// <summary>Works on the inbox when something came in, and looks by itself now and then for what is to be tried again.</summary>
internal sealed partial class NoticeWorker(BillingNotices notices, NoticeSignal signal, ILogger<NoticeWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await notices.WorkAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LookingFailed(e);
            }

            await ((Task)signal.WaitAsync(LookAgain, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for billing notices failed")]
    private partial void LookingFailed(Exception e);
}
