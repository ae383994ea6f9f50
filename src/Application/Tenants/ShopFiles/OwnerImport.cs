using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>Gives an imported shop its owner; somebody new gets a link to choose a password.</summary>
internal sealed class OwnerImport(
    IAppDbContext db, ITenantScope tenant, IAccounts accounts, AccountPost post, PlanRoom room, TimeProvider clock)
{
    public async Task<Result<ImportedShop>> AddAsync(string ownerEmail, ShopFile file, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(ownerEmail, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        var known = await accounts.FindAsync(email, ct);
        var owner = known ?? await accounts.AddAsync(new NewPerson(email, LanguageOf(file), null), ct);
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == owner.Id, ct);
        if (membership?.Role != Role.Owner)
        {
            if (membership is not null)
            {
                db.Memberships.Remove(membership);
            }
            else if (await room.ForPersonAsync(ct) is { } full)
            {
                return full;
            }

            db.Memberships.Add(new Membership(tenant.Id, owner.Id, Role.Owner, clock.GetUtcNow()));
        }

        var link = known is null ? await post.LinkAsync(owner.Id, LinkPurpose.SetPassword, ct) : null;
        return new ImportedShop(tenant.Id, file.Slug, link);
    }

    private static string LanguageOf(ShopFile file) =>
        file.Locale.Value?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "fr";
}
