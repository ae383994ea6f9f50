using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>Who serves the shop's customers, and who was asked to.</summary>
public sealed record GetTeam : IQuery<TeamView>;

/// <param name="Limit">People that the plan holds.</param>
/// <param name="Invitations">Without an answer, the latest first.</param>
public sealed record TeamView(int Limit, IReadOnlyList<TeamMember> Members, IReadOnlyList<TeamInvitation> Invitations)
{
    public bool HasRoom => Members.Count < Limit;
}

/// <param name="IsStopped">The plan has no room for her.</param>
/// <param name="IsMe">Who asks.</param>
public sealed record TeamMember(UserId Id, string Name, string Email, Role Role, DateTimeOffset Since, bool IsStopped, bool IsMe);

public sealed record TeamInvitation(InvitationId Id, string Email, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, bool IsOver);

internal sealed class GetTeamHandler(IAppDbContext db, IAccounts accounts, ICurrentUser user, PlanRoom room, TimeProvider clock)
    : IQueryHandler<GetTeam, TeamView>
{
    public async Task<TeamView> Handle(GetTeam query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var members = new List<TeamMember>();
        foreach (var m in await db.Memberships.AsNoTracking().OrderByDescending(m => m.Role).ThenBy(m => m.Since).ToListAsync(cancellationToken))
        {
            if (await accounts.FindAsync(m.UserId, cancellationToken) is { } person)
            {
                members.Add(new TeamMember(m.UserId, person.Name, person.Email, m.Role, m.Since, m.StoppedAt is not null, m.UserId == user.Id));
            }
        }

        var invitations = await db.Invitations.AsNoTracking()
            .Where(i => i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderByDescending(i => i.SentAt)
            .ToListAsync(cancellationToken);
        return new TeamView(
            (await room.EntitlementsAsync(cancellationToken)).People,
            members,
            [.. invitations.Select(i => new TeamInvitation(i.Id, i.Email, i.SentAt, i.ExpiresAt, !i.IsOpenAt(now)))]);
    }
}
