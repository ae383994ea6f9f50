using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>Who has a place when the plan holds fewer people than the team: owners, then who has been there longest.</summary>
internal sealed class TeamPlaces(IAppDbContext db, IAccounts accounts, IMailer mailer)
{
    /// <summary>Inside a transaction; the answer is what to do after it.</summary>
    public async Task<IReadOnlyList<Func<CancellationToken, Task>>> ApplyAsync(int limit, DateTimeOffset now, CancellationToken ct)
    {
        var team = await db.Memberships.OrderByDescending(m => m.Role).ThenBy(m => m.Since).ThenBy(m => m.UserId).ToListAsync(ct);
        var stopped = new List<Membership>();
        foreach (var (place, membership) in team.Index())
        {
            var before = membership.StoppedAt;
            if (place < limit)
            {
                membership.Resume();
            }
            else
            {
                membership.StopForPlan(now);
            }

            if (before is null && membership.StoppedAt is not null)
            {
                stopped.Add(membership);
            }
        }

        return [.. stopped.Select<Membership, Func<CancellationToken, Task>>(m => token => TellAsync(m, token))];
    }

    private async Task TellAsync(Membership stopped, CancellationToken ct)
    {
        if (await accounts.FindAsync(stopped.UserId, ct) is { } person)
        {
            mailer.Send(TeamMails.Stopped(person, await db.Tenants.Select(t => t.Name).SingleAsync(ct)));
        }
    }
}
