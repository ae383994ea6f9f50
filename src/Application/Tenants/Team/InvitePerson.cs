using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>
/// The owner asks somebody to serve customers with her; a mail with a link goes out. Somebody who was asked before gets a new
/// link, and the old one is worthless. The place in the plan is counted when she accepts.
/// </summary>
/// <param name="Email">Whom.</param>
/// <param name="Language">fr or en: of the mail, for somebody who has no account yet.</param>
public sealed record InvitePerson(string Email, string Language) : ICommand<Result>, IOwnersOnly;

internal sealed class InvitePersonHandler(
    IAppDbContext db, ITenantScope tenant, IAccounts accounts, PlanRoom room, InvitationPost post, TimeProvider clock)
    : ICommandHandler<InvitePerson, Result>
{
    public async Task<Result> Handle(InvitePerson command, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(command.Email, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        var known = await accounts.FindAsync(email, cancellationToken);
        if (known is not null && await db.Memberships.AnyAsync(m => m.UserId == known.Id, cancellationToken))
        {
            return TeamErrors.AlreadyMember;
        }

        if (await room.ForPersonAsync(cancellationToken) is { } full)
        {
            return full;
        }

        var secret = await SecretAsync(email, clock.GetUtcNow(), cancellationToken);
        if (secret.IsOk)
        {
            await post.SendAsync((known?.Email ?? email, known?.Language ?? command.Language), secret.Value!, cancellationToken);
        }

        return new Result(secret.Error);
    }

    private async Task<Result<string>> SecretAsync(string email, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.Invitations.Where(i => i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(ct);
        if (waiting.Find(i => string.Equals(i.Email, email, StringComparison.OrdinalIgnoreCase)) is { } before)
        {
            return before.SendAgain(now);
        }

        if (waiting.Count(i => i.IsOpenAt(now)) >= Invitation.MaxOpen)
        {
            return TeamErrors.TooManyInvitations;
        }

        var (invitation, secret) = Invitation.Send(tenant.Id, email, now);
        db.Invitations.Add(invitation);
        return secret;
    }
}
