using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// The authenticator is a row of user tokens: the time step of the last code that was taken, and the secret, encrypted for
/// this person (Identity's own store would keep it in plain text).
/// </summary>
internal sealed partial class SecondFactor(
    AppDbContext db, RecoveryCodes recovery, CodeTries tries, SealedNotes notes, IDataProtectionProvider protection, IUnitOfWork unitOfWork, TimeProvider clock, ILogger<SecondFactor> log)
    : ISecondFactor
{
    private const string Provider = "second-factor";
    private const string Name = "authenticator";
    private const int Digits = 6;
    private static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(15);

    public async Task<Factors> OfAsync(UserId user, CancellationToken ct) => new(
        await Row(user).AnyAsync(ct),
        await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == user.Value, ct),
        await recovery.LeftAsync(user.Value, ct));

    public AuthenticatorOffer Offer(Person person)
    {
        var secret = Totp.NewSecret();
        var uri = $"otpauth://totp/WaSaas:{Uri.EscapeDataString(person.Email)}?secret={secret}&issuer=WaSaas";
        return new AuthenticatorOffer(secret, uri, notes.Seal(PurposeOfOffer(person.Id), secret, OfferLife));
    }

    public string? Redeem(UserId user, string? ticket, string? code) =>
        notes.Open(PurposeOfOffer(user), ticket) is { } secret && Totp.StepOf(secret, Plain(code), clock.GetUtcNow()) is not null ? secret : null;

    public async Task SetAsync(UserId user, string secret, CancellationToken ct)
    {
        await RemoveAsync(user, ct);

        // The code that proved the set-up is used up, so the first one that is taken is a later one.
        var step = Totp.PresentStep(clock.GetUtcNow());
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Value, LoginProvider = Provider, Name = Name, Value = Write(step, Protector(user).Protect(secret)) });
    }

    public Task RemoveAsync(UserId user, CancellationToken ct) => Row(user).ExecuteDeleteAsync(ct);

    public Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(UserId user, CancellationToken ct) => recovery.RenewAsync(user.Value, ct);

    public async Task<CodeVerdict> TryAsync(UserId user, string? code, CancellationToken ct)
    {
        if (!await unitOfWork.RunAsync(token => tries.CountAsync(user.Value, token), _ => true, ct))
        {
            TooMany(user.Value);
            return CodeVerdict.Refused;
        }

        var verdict = await unitOfWork.RunAsync(token => CheckAsync(user, Plain(code), token), _ => true, ct);
        Tried(user.Value, verdict);
        return verdict;
    }

    private async Task<CodeVerdict> CheckAsync(UserId user, string code, CancellationToken ct)
    {
        var verdict = code.Length == Digits
            ? await TakeAsync(user, code, ct) ? CodeVerdict.Authenticator : CodeVerdict.Refused
            : await recovery.UseAsync(user.Value, code, ct) ? CodeVerdict.Recovery : CodeVerdict.Refused;
        if (verdict != CodeVerdict.Refused)
        {
            await tries.ForgiveAsync(user.Value, ct);
        }

        return verdict;
    }

    /// <summary>A code that somebody read over the shoulder is worthless once it was taken.</summary>
    private async Task<bool> TakeAsync(UserId user, string code, CancellationToken ct)
    {
        if (await Row(user).Select(t => t.Value).SingleOrDefaultAsync(ct) is not { } value)
        {
            return false;
        }

        var parts = value.Split(' ', 2);
        if (Totp.StepOf(Protector(user).Unprotect(parts[1]), code, clock.GetUtcNow()) is not { } step
            || step <= long.Parse(parts[0], CultureInfo.InvariantCulture))
        {
            return false;
        }

        var taken = Write(step, parts[1]);
        return await Row(user).Where(t => t.Value == value).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, taken), ct) == 1;
    }

    private static string Write(long step, string secret) => string.Create(CultureInfo.InvariantCulture, $"{step} {secret}");

    private static string PurposeOfOffer(UserId user) => $"authenticator-offer:{user.Value:N}";

    private static string Plain(string? code) => string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit));

    private IDataProtector Protector(UserId user) => protection.CreateProtector("authenticator", user.Value.ToString("N"));

    private IQueryable<IdentityUserToken<Guid>> Row(UserId user) =>
        db.UserTokens.Where(t => t.UserId == user.Value && t.LoginProvider == Provider && t.Name == Name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Second proof of person {Person}: {Verdict}")]
    private partial void Tried(Guid person, CodeVerdict verdict);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A second proof was tried for person {Person} after too many wrong ones")]
    private partial void TooMany(Guid person);
}
