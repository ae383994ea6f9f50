using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants.Team;

/// <summary>
/// Somebody leaves the team. Memberships are read again at each request, so she is out of the shop at once; her account and
/// other shops stay.
/// </summary>
public sealed record RemoveMember(UserId Person) : ICommand<Result>, IOwnersOnly;

internal sealed class RemoveMemberHandler(IAppDbContext db, IAccounts accounts, IMailer mailer, FollowUps followUps)
    : ICommandHandler<RemoveMember, Result>
{
    public async Task<Result> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == command.Person, cancellationToken);
        if (membership is null)
        {
            return Error.NotFound;
        }

        if (membership.Leave() is { IsOk: false } refused)
        {
            return refused;
        }

        db.Memberships.Remove(membership);
        if (await accounts.FindAsync(command.Person, cancellationToken) is { } person)
        {
            var shop = await db.Tenants.Select(t => t.Name).SingleAsync(cancellationToken);
            followUps.Add(_ =>
            {
                mailer.Send(TeamMails.Removed(person, shop));
                return Task.CompletedTask;
            });
        }

        return Result.Ok;
    }
}
