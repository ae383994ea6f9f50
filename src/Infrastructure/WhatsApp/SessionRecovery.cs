using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.WhatsApp.Fleet;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>
/// Brings sessions to where the stored state wants them: at start, when a gateway has come (back), and now and then for
/// what fell through. A few at a time, because each login costs the gateway and WhatsApp something.
/// </summary>
internal sealed partial class SessionRecovery(
    SessionPool pool, RunningSessions sessions, GatewayFleet fleet, TenantWork work, IAcrossTenants all, LinkedNumbers numbers, RecoverySignal signal, ILogger<SessionRecovery> log)
    : BackgroundService
{
    private const int AtOnce = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(AdmitLossAsync, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(RecoverAsync, stoppingToken);
            await TryAsync(ct => signal.WaitAsync(LookAgain, ct), stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken ct)
    {
        try
        {
            await act(ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested)
            {
                Failed(e);
            }
        }
    }

    /// <summary>A host that starts holds no connection yet, whatever the one before it has left behind.</summary>
    private async Task AdmitLossAsync(CancellationToken ct)
    {
        foreach (var session in await all.SessionsToResumeAsync(ct))
        {
            await work.SendAsync(session.TenantId, new TakeSession(session.SessionId, SessionWish.Resume));
        }
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        if (!fleet.HasGateway)
        {
            return;
        }

        await EachAsync(await all.SessionsToResumeAsync(ct), pool.ResumeAsync, ct);
        await EachAsync(await numbers.BeingLinkedAsync(ct), pool.LinkAgainAsync, ct);
        await EachAsync(await numbers.ToUnlinkAsync(ct), pool.LogoutAsync, ct);
    }

    private Task EachAsync(IEnumerable<DueSession> due, Func<DueSession, CancellationToken, Task> act, CancellationToken ct) => Parallel.ForEachAsync(
        due.Where(s => sessions.Find(s.SessionId) is not { IsRunning: true }),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (session, stop) => await act(session, stop));

    [LoggerMessage(Level = LogLevel.Error, Message = "Bringing the linked numbers back failed")]
    private partial void Failed(Exception e);
}
