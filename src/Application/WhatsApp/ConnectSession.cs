using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>The vendor wants to link a number. Again while a code is shown is fine, also with the other method.</summary>
/// <param name="Session">Which number of the shop; null = the first, made when there is none.</param>
/// <param name="Method">By QR or by pairing code.</param>
/// <param name="Phone">The number as people write it; needed for <see cref="LinkMethod.Code"/>.</param>
/// <param name="AcceptedWarning">The <see cref="LinkingWarning.Version"/> that was ticked; needed once on the real network.</param>
public sealed record ConnectSession(SessionId? Session, LinkMethod Method, string? Phone, string? AcceptedWarning) : ICommand<Result>, IOwnersOnly;

internal sealed class ConnectSessionHandler(
    IAppDbContext db,
    ITenantScope tenant,
    LinkingRules rules,
    PlanRoom room,
    IWhatsAppSessions sessions,
    FollowUps followUps,
    TimeProvider clock) : ICommandHandler<ConnectSession, Result>
{
    public async Task<Result> Handle(ConnectSession command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        string? phone = null;
        if (command.Method == LinkMethod.Code && !PhoneDigits.TryParse(command.Phone, out phone))
        {
            return SessionErrors.PhoneInvalid;
        }

        var session = await db.Sessions.NamedOrFirstAsync(command.Session, cancellationToken) ?? (command.Session is null ? AddFirst(now) : null);
        if (session is null)
        {
            return Error.NotFound;
        }

        if (await room.ForNumberAsync(session.Position, cancellationToken) is { } full)
        {
            return full;
        }

        var allowed = await rules.CheckAsync(session, command.AcceptedWarning, now, cancellationToken);
        var connected = allowed.IsOk ? session.Connect(now) : allowed;
        if (connected.IsOk)
        {
            followUps.Add(ct => sessions.LinkAsync(new DueSession(tenant.Id, session.Id), command.Method, phone, ct));
        }

        return connected;
    }

    private WhatsAppSession AddFirst(DateTimeOffset now)
    {
        var session = WhatsAppSession.Create(tenant.Id, position: 1, now);
        db.Sessions.Add(session);
        return session;
    }
}
