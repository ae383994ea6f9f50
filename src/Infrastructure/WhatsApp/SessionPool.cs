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
internal sealed class SessionPool(
    RunningSessions sessions, GatewayFleet fleet, SessionRequests requests, TenantWork work, KeyRequests keys, WebVersions versions) : IWhatsAppSessions
{
    public PairingOffer PairingOf(SessionId session) => sessions.Find(session)?.Offer ?? PairingOffer.None;

    public Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct) => sessions.InTurnAsync(session, async pooled =>
    {
        pooled.Linking = (method, phone);
        await StartAsync(pooled, SessionWish.Link, method == LinkMethod.Code ? "code" : "qr", phone);
    }, ct);

    /// <summary>Goes on with a link that was interrupted: paired already, or with the method that was chosen, or by QR.</summary>
    public Task LinkAgainAsync(DueSession session, CancellationToken ct) => sessions.InTurnAsync(session, async pooled =>
    {
        var (method, phone) = pooled.Linking ?? (LinkMethod.Qr, null);
        var name = await keys.HaveCredentialsAsync(session) ? "resume" : method == LinkMethod.Code ? "code" : "qr";
        await StartAsync(pooled, SessionWish.Link, name, name == "code" ? phone : null);
    }, ct);

    public Task ResumeAsync(DueSession session, CancellationToken ct) => sessions.InTurnAsync(session, ResumeAsync, ct);

    public Task MendAsync(DueSession session, CancellationToken ct) => sessions.InTurnAsync(session, async pooled =>
    {
        switch (await work.SendAsync(session.TenantId, new MendSession(session.SessionId)))
        {
            case Repair.Restart:
                await ResumeAsync(pooled);
                break;
            case Repair.Move when !await MoveAsync(pooled):
                // There is no other gateway: a second start here is all that can be done.
                await ResumeAsync(pooled);
                break;
        }
    }, ct);

    /// <summary>Another gateway takes the session over, if one has room.</summary>
    public Task MoveAsync(DueSession session) => sessions.InTurnAsync(session, MoveAsync, CancellationToken.None);

    public Task StopAsync(DueSession session, CancellationToken ct) => sessions.InTurnAsync(session, async pooled =>
    {
        if (pooled.IsRunning)
        {
            await requests.TryStopAsync(pooled, SessionRequests.StartPatience);
            pooled.Lost();
        }
    }, ct);

    public Task LogoutAsync(DueSession session, CancellationToken ct) => sessions.InTurnAsync(session, async pooled =>
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
            await requests.TryAsync(pooled, "session.logout", GatewayProtocol.Nothing, SessionRequests.LogoutPatience);
            pooled.Lost();
        }

        if (pooled.IsUnreadable)
        {
            await keys.ForgetAsync(session, pooled.Epoch);
        }
    }, ct);

    private async Task<bool> IsUnwantedAsync(PooledSession session) =>
        (session.IsRunning || await keys.HaveCredentialsAsync(session.Id))
        && await work.SendAsync(session.Id.TenantId, new IsDisconnected(session.Id.SessionId));

    private async Task ResumeAsync(PooledSession session)
    {
        session.Linking = null;
        await StartAsync(session, SessionWish.Resume, "resume");
    }

    /// <summary>The former gateway is asked to finish what is on its way; one that does not answer is overtaken.</summary>
    /// <returns>Whether another gateway had room.</returns>
    private async Task<bool> MoveAsync(PooledSession session)
    {
        if (fleet.TakeSeat(except: session.Link) is not { } seat)
        {
            return false;
        }

        await requests.TryStopAsync(session, SessionRequests.StopPatience);
        await StartAsync(session, SessionWish.Resume, "resume", phone: null, seat);
        return true;
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
        return await requests.TryAsync(session, "session.start", new { method, phone, version = versions.Current }, SessionRequests.StartPatience);
    }
}
