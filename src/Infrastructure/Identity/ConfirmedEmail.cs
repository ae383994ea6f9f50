using Microsoft.EntityFrameworkCore;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

internal sealed class ConfirmedEmail(AppDbContext db) : IConfirmedEmail
{
    public async Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct)
    {
        if (user is { } person)
        {
            return await db.Users.AnyAsync(u => u.Id == person.Value && u.EmailConfirmed, ct);
        }

        var owners = await db.Memberships.Where(m => m.Role == Role.Owner).Select(m => m.UserId).ToListAsync(ct);
        var ids = owners.ConvertAll(o => o.Value);
        return await db.Users.AnyAsync(u => ids.Contains(u.Id) && u.EmailConfirmed, ct);
    }
}
