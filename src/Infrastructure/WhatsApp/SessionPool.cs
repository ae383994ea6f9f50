using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Link;
using WaSaas.Infrastructure.WhatsApp.Versions;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>
/// The linked numbers of this host: starts them on a gateway, one owner at a time, moves them, and lets go of them. What
/// it is asked while no gateway has room is done by <see cref="SessionRecovery"/> from the stored state when one has.
/// Whoever starts a session takes its next epoch first: from then on everything that a former owner writes is refused.
/// </summary>
internal sealed partial class SessionPool(
    TenantWork work, SessionEvents events, KeyRequests keys, GatewayFleet fleet, WebVersions versions, RecoverySignal recovery, ILogger<SessionPool> log)
    : IWhatsAppSessions, IGatewayHandler, IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LogoutPatience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<SessionId, PooledSession> _sessions = new();

    public bool HasGateway => fleet.HasGateway;

    /// <summary>What former owners said and nobody heeded; a hint for people, so it need not be exact.</summary>
    public int FencedFrames { get; private set; }

    public void Attach(GatewayLink link)
    {
        fleet.Add(link);
        recovery.Raise();
    }

    /// <summary>A gateway is gone, and with it the connections of its sessions.</summary>
    public async Task DetachAsync(GatewayLink link)
    {
        fleet.Remove(link);
        foreach (var session in SessionsOn(link))
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
        foreach (var session in SessionsOn(from))
        {
            await MoveAsync(session.Id);
        }
    }

    /// <summary>
    /// Another gateway takes the session over. The former one is asked to finish what is on its way; one that does not
    /// answer is overtaken.
    /// </summary>
    public Task MoveAsync(DueSession session) => InTurnAsync(session, async pooled =>
    {
        if (fleet.TakeSeat(except: pooled.Link) is not { } seat)
        {
            return;
        }

        await TryAsync(pooled, "session.stop", GatewayProtocol.Nothing, StopPatience);
        await StartAsync(pooled, SessionWish.Resume, "resume", phone: null, seat);
    }, CancellationToken.None);

    /// <summary>It does not run where it was thought to run.</summary>
    public async Task LoseAsync(SessionId id, long epoch)
    {
        if (Find(id) is { IsRunning: true } session && session.Epoch == epoch)
        {
            session.Lost();
            await events.ReportAsync(session, SessionReport.Lost);
            recovery.Raise();
        }
    }

    public IReadOnlyList<(DueSession Id, long Epoch)> RunningOn(GatewayLink link) => [.. SessionsOn(link).Select(s => (s.Id, s.Epoch))];

    /// <summary>The host stops: connections end in good order, and what is on its way to the database still gets there.</summary>
    public async Task StopAsync(GatewayLink link)
    {
        fleet.Retire(link);
        await Task.WhenAll(SessionsOn(link).Select(s => TryAsync(s, "session.stop", GatewayProtocol.Nothing, StopPatience)));
    }

    public PairingOffer PairingOf(SessionId session) => Find(session)?.Offer ?? PairingOffer.None;

    public PooledSession? Find(SessionId session) => _sessions.GetValueOrDefault(session);

    public Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        pooled.Linking = (method, phone);
        await StartAsync(pooled, SessionWish.Link, method == LinkMethod.Code ? "code" : "qr", phone);
    }, ct);

    public Task ResumeAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        pooled.Linking = null;
        await StartAsync(pooled, SessionWish.Resume, "resume");
    }, ct);

    /// <summary>Goes on with a link that was interrupted: paired already, or with the method that was chosen, or by QR.</summary>
    public Task LinkAgainAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        var (method, phone) = pooled.Linking ?? (LinkMethod.Qr, null);
        var name = await keys.HaveCredentialsAsync(session) ? "resume" : method == LinkMethod.Code ? "code" : "qr";
        await StartAsync(pooled, SessionWish.Link, name, name == "code" ? phone : null);
    }, ct);

    public Task StopAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        if (pooled.IsRunning)
        {
            await TryAsync(pooled, "session.stop", GatewayProtocol.Nothing, StartPatience);
            pooled.Lost();
        }
    }, ct);

    public Task LogoutAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        if (!await IsUnwantedAsync(pooled))
        {
            return;
        }

        // One that was given up has to come in once more to be unlinked.
        pooled.Linking = null;
        if (pooled.IsRunning || await StartAsync(pooled, SessionWish.Unlink, "resume"))
        {
            pooled.IsLeaving = true;
            pooled.Offer = PairingOffer.None;
            await TryAsync(pooled, "session.logout", GatewayProtocol.Nothing, LogoutPatience);
            pooled.Lost();
        }

        if (pooled.IsUnreadable)
        {
            await keys.ForgetAsync(session, pooled.Epoch);
        }
    }, ct);

    public async Task<object> AnswerAsync(GatewayFrame request)
    {
        var session = Owner(request) ?? throw GatewayRefusal.StaleOwner();
        try
        {
            return await keys.AnswerAsync(session.Id, request);
        }
        catch (Keys.CredentialsUnreadableException)
        {
            await events.ReportAsync(session, SessionReport.Failed, KeyRequests.Unreadable);
            _ = TryAsync(session, "session.stop", GatewayProtocol.Nothing, StartPatience);
            session.Lost();
            session.IsUnreadable = true;
            throw new GatewayRefusal(Keys.CredentialsUnreadableException.Code, "The stored credentials cannot be opened.");
        }
    }

    public Task HandleAsync(GatewayFrame happened) =>
        Owner(happened) is { IsLeaving: false } session ? events.HandleAsync(session, happened) : Task.CompletedTask;

    /// <exception cref="GatewayRefusal">Not running, refused, or no answer.</exception>
    public Task<JsonElement> RequestAsync(SessionId session, string type, object body, TimeSpan patience, CancellationToken ct) =>
        Find(session) is { Link: { } link } pooled
            ? link.RequestAsync(type, session, pooled.Epoch, body, patience, ct)
            : throw new GatewayRefusal(GatewayRefusal.LinkDown, "The session does not run at present.", retryable: true);

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    private PooledSession? Owner(GatewayFrame frame)
    {
        if (Find(frame.Session) is { } session && session.Epoch == frame.Epoch)
        {
            return session;
        }

        FencedFrames++;
        Fenced(frame.Type, frame.Session.Value, frame.Epoch);
        return null;
    }

    private async Task<bool> IsUnwantedAsync(PooledSession session) =>
        (session.IsRunning || await keys.HaveCredentialsAsync(session.Id))
        && await work.SendAsync(session.Id.TenantId, new IsDisconnected(session.Id.SessionId));

    /// <summary>Whoever asks may stop waiting; what was begun goes on.</summary>
    private Task InTurnAsync(DueSession id, Func<PooledSession, Task> act, CancellationToken ct) =>
        InTurnAsync(_sessions.GetOrAdd(id.SessionId, _ => new PooledSession(id)), act).WaitAsync(ct);

    private async Task InTurnAsync(PooledSession session, Func<PooledSession, Task> act)
    {
        await session.Turn.WaitAsync();
        try
        {
            await act(session);
        }
        catch (Exception e)
        {
            // The wish is stored: it is tried again from there.
            Failed(e, session.Id.SessionId.Value);
        }
        finally
        {
            session.Turn.Release();
        }
    }

    /// <returns>Whether the gateway took it.</returns>
    private async Task<bool> StartAsync(PooledSession session, SessionWish wish, string method, string? phone = null, GatewayFleet.Seat? place = null)
    {
        var seat = place ?? (session.Seat is { } present && fleet.MayStay(present) ? present : fleet.TakeSeat());
        if (seat is null)
        {
            return false;
        }

        if (await work.SendAsync(session.Id.TenantId, new TakeSession(session.Id.SessionId, wish)) is not { } epoch)
        {
            if (seat != session.Seat)
            {
                seat.Leave();
            }

            return false;
        }

        session.Started(seat, epoch);
        return await TryAsync(session, "session.start", new { method, phone, version = versions.Current }, StartPatience);
    }

    private IEnumerable<PooledSession> SessionsOn(GatewayLink link) => _sessions.Values.Where(s => s.Link == link);

    private async Task<bool> TryAsync(PooledSession session, string type, object body, TimeSpan patience)
    {
        try
        {
            await RequestAsync(session.Id.SessionId, type, body, patience, CancellationToken.None);
            return true;
        }
        catch (GatewayRefusal e)
        {
            Refused(type, session.Id.SessionId.Value, e.Code);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Starting or ending session {Session} failed")]
    private partial void Failed(Exception e, Guid session);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Type} of a former owner of session {Session} (epoch {Epoch}) was refused")]
    private partial void Fenced(string type, Guid session, long epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Type} of session {Session} was not done: {Code}")]
    private partial void Refused(string type, Guid session, string code);
}
