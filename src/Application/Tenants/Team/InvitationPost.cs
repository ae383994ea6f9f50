using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;

namespace WaSaas.Application.Tenants.Team;

/// <summary>The mail of an invitation leaves after the commit; lost, it is asked for again by "send again".</summary>
internal sealed class InvitationPost(IAppDbContext db, TeamLinks links, IMailer mailer, FollowUps followUps)
{
    public async Task SendAsync((string Email, string Language) to, string secret, CancellationToken ct)
    {
        var shop = await db.Tenants.Select(t => t.Name).SingleAsync(ct);
        followUps.Add(_ =>
        {
            mailer.Send(TeamMails.Invited(to, shop, links.Of(secret)));
            return Task.CompletedTask;
        });
    }
}
