using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Subscriptions;

/// <summary>Mails to every owner of the shop in scope, each in her language.</summary>
internal sealed class OwnerPost(IAppDbContext db, IAccounts accounts, IMailer mailer)
{
    public async Task SendAsync(Func<Person, Mail> write, CancellationToken ct)
    {
        foreach (var owner in await db.Memberships.Where(m => m.Role == Role.Owner).Select(m => m.UserId).ToListAsync(ct))
        {
            if (await accounts.FindAsync(owner, ct) is { } person)
            {
                mailer.Send(write(person));
            }
        }
    }
}
