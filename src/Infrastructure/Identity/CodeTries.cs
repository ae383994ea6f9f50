using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// Tries at a second proof, a row each. They are counted apart from passwords: a right password, which whoever guesses codes
/// must know, would forgive them.
/// </summary>
internal sealed class CodeTries(AppDbContext db, TimeProvider clock)
{
    public const int Most = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const string Provider = "code-try";

    /// <summary>Counts one more; false when there were too many, and then it does not prolong the wait.</summary>
    public async Task<bool> CountAsync(Guid user, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var rows = await Rows(user).ToListAsync(ct);
        var old = rows.Where(r => long.Parse(r.Value!, CultureInfo.InvariantCulture) <= now - (long)Window.TotalSeconds).ToList();
        db.UserTokens.RemoveRange(old);
        if (rows.Count - old.Count >= Most)
        {
            return false;
        }

        db.UserTokens.Add(new IdentityUserToken<Guid>
        {
            UserId = user,
            LoginProvider = Provider,
            Name = Guid.NewGuid().ToString("N"),
            Value = now.ToString(CultureInfo.InvariantCulture),
        });
        return true;
    }

    public Task ForgiveAsync(Guid user, CancellationToken ct) => Rows(user).ExecuteDeleteAsync(ct);

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid user) => db.UserTokens.Where(t => t.UserId == user && t.LoginProvider == Provider);
}
