using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>
/// The linked numbers of this host: starts them on a gateway, one owner at a time, and lets go of them. What it is asked
/// while no gateway is there is done by <see cref="SessionRecovery"/> from the stored state when one comes.
/// </summary>
internal sealed partial class SessionPool(TenantWork work, SessionEvents events, KeyRequests keys, ILogger<SessionPool> log)
    : IWhatsAppSessions, IGatewayHandler, IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LogoutPatience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<SessionId, PooledSession> _sessions = new();
    private volatile GatewayLink? _link;

    /// <summary>A gateway is there; raised for whoever brings the sessions back.</summary>
    public event Action? Attached;

    public bool HasGateway => _link is { IsOpen: true };

    public void Attach(GatewayLink link)
    {
        _link = link;
        Attached?.Invoke();
    }

    /// <summary>A gateway is gone, and with it the connections of its sessions.</summary>
    public async Task DetachAsync(GatewayLink link)
    {
        Interlocked.CompareExchange(ref _link, null, link);
        foreach (var session in _sessions.Values.Where(s => s.Link == link))
        {
            session.Lost();
            await events.ReportAsync(session, SessionReport.Lost);
        }
    }

    /// <summary>The host stops: connections end in good order, and what is on its way to the database still gets there.</summary>
    public async Task StopAsync(GatewayLink link)
    {
        var running = _sessions.Values.Where(s => s.Link == link);
        await Task.WhenAll(running.Select(s => TryAsync(s, "session.stop", GatewayProtocol.Nothing, TimeSpan.FromSeconds(5))));
    }

    public PairingOffer PairingOf(SessionId session) => Find(session)?.Offer ?? PairingOffer.None;

    public PooledSession? Find(SessionId session) => _sessions.GetValueOrDefault(session);

    public Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        pooled.Linking = (method, phone);
        await StartAsync(pooled, SessionWish.Link, new { method = method == LinkMethod.Code ? "code" : "qr", phone });
    }, ct);

    public Task ResumeAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        pooled.Linking = null;
        await StartAsync(pooled, SessionWish.Resume, new { method = "resume" });
    }, ct);

    /// <summary>Goes on with a link that was interrupted: paired already, or with the method that was chosen, or by QR.</summary>
    public Task LinkAgainAsync(DueSession session, CancellationToken ct) => InTurnAsync(session, async pooled =>
    {
        var (method, phone) = pooled.Linking ?? (LinkMethod.Qr, null);
        var name = await keys.HaveCredentialsAsync(session) ? "resume" : method == LinkMethod.Code ? "code" : "qr";
        await StartAsync(pooled, SessionWish.Link, new { method = name, phone = name == "code" ? phone : null });
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
        if (pooled.IsRunning || await StartAsync(pooled, SessionWish.Unlink, new { method = "resume" }))
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

    private PooledSession? Owner(GatewayFrame frame) => Find(frame.Session) is { } session && session.Epoch == frame.Epoch ? session : null;

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
    private async Task<bool> StartAsync(PooledSession session, SessionWish wish, object body)
    {
        if (_link is not { IsOpen: true } link || await work.SendAsync(session.Id.TenantId, new TakeSession(session.Id.SessionId, wish)) is not { } epoch)
        {
            return false;
        }

        session.Started(link, epoch);
        return await TryAsync(session, "session.start", body, StartPatience);
    }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Type} of session {Session} was not done: {Code}")]
    private partial void Refused(string type, Guid session, string code);
}
