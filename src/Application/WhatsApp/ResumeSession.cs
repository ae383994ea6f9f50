using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>The vendor asks to try again with the link that is there: after replaced, restricted or failed.</summary>
/// <param name="Session">Which number of the shop; null = the first.</param>
public sealed record ResumeSession(SessionId? Session) : ICommand<Result>;

internal sealed class ResumeSessionHandler(IAppDbContext db, ITenantScope tenant, PlanRoom room, IWhatsAppSessions sessions, FollowUps followUps, TimeProvider clock)
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

        if (session.State == SessionState.Connected)
        {
            return Result.Ok;
        }

        if (!session.Resume(clock.GetUtcNow()))
        {
            return WhatsAppErrors.NotLinked;
        }

        followUps.Add(ct => sessions.ResumeAsync(new DueSession(tenant.Id, session.Id), ct));
        return Result.Ok;
    }
}
