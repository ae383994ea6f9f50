using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>What the host asks of a session where it runs now, in the name of its present owner.</summary>
internal sealed partial class SessionRequests(RunningSessions sessions, ILogger<SessionRequests> log)
{
    public static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LogoutPatience = TimeSpan.FromSeconds(60);

    public bool IsConnected(SessionId session) => sessions.Find(session) is { IsConnected: true, IsLeaving: false };

    /// <exception cref="GatewayRefusal">Not running, refused, or no answer.</exception>
    public Task<JsonElement> AskAsync(SessionId session, string type, object body, TimeSpan patience, CancellationToken ct) =>
        sessions.Find(session) is { Link: { } link } running
            ? link.RequestAsync(type, session, running.Epoch, body, patience, ct)
            : throw new GatewayRefusal(GatewayRefusal.LinkDown, "The session does not run at present.", retryable: true);

    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(PooledSession session, string type, object body, TimeSpan patience)
    {
        try
        {
            await AskAsync(session.Id.SessionId, type, body, patience, CancellationToken.None);
            return true;
        }
        catch (GatewayRefusal e)
        {
            Refused(type, session.Id.SessionId.Value, e.Code);
            return false;
        }
    }

    public Task<bool> TryStopAsync(PooledSession session, TimeSpan patience) => TryAsync(session, "session.stop", GatewayProtocol.Nothing, patience);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Type} of session {Session} was not done: {Code}")]
    private partial void Refused(string type, Guid session, string code);
}
