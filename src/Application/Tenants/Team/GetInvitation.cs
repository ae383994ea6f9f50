using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>What the page behind a mailed link shows; null when the link is not good (any more).</summary>
public sealed record GetInvitation(string Token) : IQuery<InvitationView?>;

/// <param name="HasAccount">Somebody signs in with the address that was invited.</param>
/// <param name="Here">Who looks at it now.</param>
public sealed record InvitationView(InvitationRow Invitation, bool HasAccount, Person? Here)
{
    public bool IsForHere => Here is not null && IsFor(Here);

    internal bool IsFor(Person person) => string.Equals(person.Email, Invitation.Email, StringComparison.OrdinalIgnoreCase);
}

internal sealed class GetInvitationHandler(IAcrossTenants all, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IQueryHandler<GetInvitation, InvitationView?>
{
    public async Task<InvitationView?> Handle(GetInvitation query, CancellationToken cancellationToken)
    {
        var found = await all.FindInvitationAsync(Invitation.HashOf(query.Token), clock.GetUtcNow(), cancellationToken);
        if (found is null)
        {
            return null;
        }

        var here = user.Id is { } id ? await accounts.FindAsync(id, cancellationToken) : null;
        return new InvitationView(found, await accounts.FindAsync(found.Email, cancellationToken) is not null, here);
    }
}
