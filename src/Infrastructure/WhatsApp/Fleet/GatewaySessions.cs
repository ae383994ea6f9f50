using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Fleet;

/// <summary>What becomes of the sessions of a gateway that comes, ends, or is to be exchanged.</summary>
internal sealed class GatewaySessions(
    GatewayFleet fleet, RunningSessions sessions, SessionPool pool, SessionRequests requests, SessionEvents events, RecoverySignal recovery)
{
    public void Attach(GatewayLink link)
    {
        fleet.Add(link);
        recovery.Raise();
    }

    /// <summary>A gateway is gone, and with it the connections of its sessions.</summary>
    public async Task DetachAsync(GatewayLink link)
    {
        fleet.Remove(link);
        foreach (var session in sessions.On(link))
        {
            session.Lost();
            await events.ReportAsync(session, SessionReport.Lost);
        }

        recovery.Raise();
    }

    /// <summary>A gateway is to end: its sessions go to the others, one by one. What finds no room comes back later.</summary>
    public async Task MoveAllAsync(GatewayLink from)
    {
        fleet.Retire(from);
        foreach (var session in sessions.On(from))
        {
            await pool.MoveAsync(session.Id);
        }
    }

    /// <summary>A session does not run where it was thought to run.</summary>
    public async Task LoseAsync(SessionId id, long epoch)
    {
        if (sessions.Find(id) is { IsRunning: true } session && session.Epoch == epoch)
        {
            session.Lost();
            await events.ReportAsync(session, SessionReport.Lost);
            recovery.Raise();
        }
    }

    public IReadOnlyList<(DueSession Id, long Epoch)> RunningOn(GatewayLink link) => [.. sessions.On(link).Select(s => (s.Id, s.Epoch))];

    /// <summary>The host stops: connections end in good order, and what is on its way to the database still gets there.</summary>
    public async Task StopAsync(GatewayLink link)
    {
        fleet.Retire(link);
        await Task.WhenAll(sessions.On(link).Select(s => requests.TryStopAsync(s, SessionRequests.StopPatience)));
    }
}
