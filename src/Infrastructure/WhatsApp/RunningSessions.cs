using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The sessions that this host has had to do with, and which gateway's word counts for each.</summary>
internal sealed partial class RunningSessions(ILogger<RunningSessions> log) : IDisposable
{
    private readonly ConcurrentDictionary<SessionId, PooledSession> _sessions = new();
    private readonly ConcurrentDictionary<string, int> _fenced = new();

    public PooledSession? Find(SessionId session) => _sessions.GetValueOrDefault(session);

    public IEnumerable<PooledSession> On(GatewayLink link) => _sessions.Values.Where(s => s.Link == link);

    /// <summary>The session that a word of a gateway is about; null when another owner has taken it since.</summary>
    public PooledSession? OwnerOf(GatewayFrame frame)
    {
        if (Find(frame.Session) is { } session && session.Epoch == frame.Epoch)
        {
            return session;
        }

        NoteFenced(frame);
        return null;
    }

    public void NoteFenced(GatewayFrame frame)
    {
        _fenced.AddOrUpdate(frame.Type, 1, (_, count) => count + 1);
        Fenced(frame.Type, frame.Session.Value, frame.Epoch);
    }

    /// <summary>How many words of each type former owners said, which nobody heeded.</summary>
    public IReadOnlyDictionary<string, int> FencedWords => _fenced;

    /// <summary>
    /// Starting, switching, moving and unlinking of a session, one at a time. Whoever asks may stop waiting; what was begun
    /// goes on, and what failed is tried again from the stored state.
    /// </summary>
    public Task InTurnAsync(DueSession id, Func<PooledSession, Task> act, CancellationToken ct) =>
        InTurnAsync(_sessions.GetOrAdd(id.SessionId, _ => new PooledSession(id)), act).WaitAsync(ct);

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    private async Task InTurnAsync(PooledSession session, Func<PooledSession, Task> act)
    {
        await session.Turn.WaitAsync();
        try
        {
            await act(session);
        }
        catch (Exception e)
        {
            Failed(e, session.Id.SessionId.Value);
        }
        finally
        {
            session.Turn.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Type} of a former owner of session {Session} (epoch {Epoch}) was refused")]
    private partial void Fenced(string type, Guid session, long epoch);

    [LoggerMessage(Level = LogLevel.Error, Message = "Starting or ending session {Session} failed")]
    private partial void Failed(Exception e, Guid session);
}
