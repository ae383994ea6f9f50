using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>The vendor unlinks here: the device disappears from her phone too. Idempotent.</summary>
/// <param name="Session">Which number of the shop; null = the first.</param>
public sealed record DisconnectSession(SessionId? Session) : ICommand<Result>, IOwnersOnly;

internal sealed class DisconnectSessionHandler(IAppDbContext db, ITenantScope tenant, IWhatsAppSessions sessions, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<DisconnectSession, Result>
{
    public async Task<Result> Handle(DisconnectSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.NamedOrFirstAsync(command.Session, cancellationToken);
        if (session is null)
        {
            return command.Session is null ? Result.Ok : Error.NotFound;
        }

        session.Disconnect(clock.GetUtcNow());
        followUps.Add(ct => sessions.LogoutAsync(new DueSession(tenant.Id, session.Id), ct));
        return Result.Ok;
    }
}
