using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>A new link to whoever did not answer; the one before it is worthless.</summary>
/// <param name="Language">fr or en: of the mail, for somebody who has no account yet.</param>
public sealed record ResendInvitation(InvitationId Id, string Language) : ICommand<Result>, IOwnersOnly;

internal sealed class ResendInvitationHandler(IAppDbContext db, IAccounts accounts, InvitationPost post, TimeProvider clock)
    : ICommandHandler<ResendInvitation, Result>
{
    public async Task<Result> Handle(ResendInvitation command, CancellationToken cancellationToken)
    {
        if (await db.Invitations.WaitingAsync(command.Id, cancellationToken) is not { } invitation)
        {
            return Error.NotFound;
        }

        var known = await accounts.FindAsync(invitation.Email, cancellationToken);
        await post.SendAsync((invitation.Email, known?.Language ?? command.Language), invitation.SendAgain(clock.GetUtcNow()), cancellationToken);
        return Result.Ok;
    }
}

/// <summary>The link is worthless from now on.</summary>
public sealed record WithdrawInvitation(InvitationId Id) : ICommand<Result>, IOwnersOnly;

internal sealed class WithdrawInvitationHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<WithdrawInvitation, Result>
{
    public async Task<Result> Handle(WithdrawInvitation command, CancellationToken cancellationToken)
    {
        if (await db.Invitations.WaitingAsync(command.Id, cancellationToken) is not { } invitation)
        {
            return Error.NotFound;
        }

        invitation.Withdraw(clock.GetUtcNow());
        return Result.Ok;
    }
}

internal static class Waiting
{
    /// <summary>Also one that is too old: it can be sent again.</summary>
    public static Task<Invitation?> WaitingAsync(this IQueryable<Invitation> invitations, InvitationId id, CancellationToken ct) =>
        invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.WithdrawnAt == null, ct);
}
