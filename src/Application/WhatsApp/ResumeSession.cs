using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>
/// The vendor asks to try again with the link that is there: after replaced, restricted or failed; a connected number
/// goes on sending after a pause, and one that nothing comes through is connected anew.
/// </summary>
/// <param name="Session">Which number of the shop; null = the first.</param>
public sealed record ResumeSession(SessionId? Session) : ICommand<Result>, IOwnersOnly;

internal sealed class ResumeSessionHandler(
    IAppDbContext db, ITenantScope tenant, PlanRoom room, IWhatsAppSessions sessions, SendingGate gate, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<ResumeSession, Result>
{
    public async Task<Result> Handle(ResumeSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.NamedOrFirstAsync(command.Session, cancellationToken);
        if (session is null)
        {
            return command.Session is null ? WhatsAppErrors.NotLinked : Error.NotFound;
        }

        if (await room.ForNumberAsync(session.Position, cancellationToken) is { } full)
        {
            return full;
        }

        var now = clock.GetUtcNow();
        await gate.ReleaseAsync(session, now, cancellationToken);
        if (session is { State: SessionState.Connected, LastError: null })
        {
            return Result.Ok;
        }

        if (!session.TryAgain(now))
        {
            return WhatsAppErrors.NotLinked;
        }

        followUps.Add(ct => sessions.ResumeAsync(new DueSession(tenant.Id, session.Id), ct));
        return Result.Ok;
    }
}
