using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// One try at a password. The try is counted before the hash is looked at: guesses that arrive together cannot pass the
/// lock together. Unknown and locked people cost the same time as known ones.
/// </summary>
internal sealed partial class PasswordTry(UserManager<AppUser> users, IUnitOfWork unitOfWork, TimeProvider clock, ILogger<PasswordTry> log)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    private static string? _nobodysHash;

    public async Task<AppUser?> CheckAsync(string email, string password, CancellationToken ct)
    {
        var user = await unitOfWork.RunAsync(_ => CountAsync(email), _ => true, ct);
        var verdict = users.PasswordHasher.VerifyHashedPassword(user ?? new AppUser(), user?.PasswordHash ?? NobodysHash(), password);
        if (user is null || verdict == PasswordVerificationResult.Failed || user.PasswordHash is null)
        {
            return null;
        }

        var newHash = verdict == PasswordVerificationResult.SuccessRehashNeeded ? users.PasswordHasher.HashPassword(user, password) : null;
        return await unitOfWork.RunAsync(_ => ForgiveAsync(user.Id, newHash), _ => true, ct);
    }

    /// <summary>Null when there is nobody, or nobody who may try now.</summary>
    private async Task<AppUser?> CountAsync(string email)
    {
        var now = clock.GetUtcNow();
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            return null;
        }

        if (user.LockoutEnd > now)
        {
            TriedWhileLocked(user.Id);
            return null;
        }

        if (++user.AccessFailedCount >= MaxFailures)
        {
            (user.AccessFailedCount, user.LockoutEnd) = (0, now + Lockout);
        }

        await users.UpdateAsync(user);
        return user;
    }

    private async Task<AppUser?> ForgiveAsync(Guid id, string? newHash)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
        {
            return null;
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        user.PasswordHash = newHash ?? user.PasswordHash;
        await users.UpdateAsync(user);
        return user;
    }

    private string NobodysHash() => _nobodysHash ??= users.PasswordHasher.HashPassword(new AppUser(), Guid.NewGuid().ToString());

    [LoggerMessage(Level = LogLevel.Warning, Message = "A password was tried for person {Person} while the account is locked")]
    private partial void TriedWhileLocked(Guid person);
}
