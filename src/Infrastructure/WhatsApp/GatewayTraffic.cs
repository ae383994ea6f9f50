using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>What gateways ask and tell, heeded only from the present owner of the session.</summary>
internal sealed class GatewayTraffic(RunningSessions sessions, SessionEvents events, KeyRequests keys, SessionRequests requests) : IGatewayHandler
{
    public async Task<object> AnswerAsync(GatewayFrame request)
    {
        var session = sessions.OwnerOf(request) ?? throw GatewayRefusal.StaleOwner();
        try
        {
            return await keys.AnswerAsync(session.Id, request);
        }
        catch (GatewayRefusal e) when (e.Code == GatewayRefusal.Stale)
        {
            // The database knows of an owner that this process does not.
            sessions.NoteFenced(request);
            throw;
        }
        catch (CredentialsUnreadableException)
        {
            await events.ReportAsync(session, SessionReport.Failed, KeyRequests.Unreadable);
            _ = requests.TryStopAsync(session, SessionRequests.StartPatience);
            session.Lost();
            session.IsUnreadable = true;
            throw new GatewayRefusal(CredentialsUnreadableException.Code, "The stored credentials cannot be opened.");
        }
    }

    public Task HandleAsync(GatewayFrame happened) =>
        sessions.OwnerOf(happened) is { IsLeaving: false } session ? events.HandleAsync(session, happened) : Task.CompletedTask;
}
