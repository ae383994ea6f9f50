using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238: six digits, 30 seconds) and recovery codes. The app's secret is stored
/// encrypted, recovery codes as hashes. Methods that write want a unit of work around them unless they say otherwise.
/// </summary>
public interface ISecondFactor
{
    Task<Factors> OfAsync(UserId user, CancellationToken ct);

    /// <summary>A new secret, which is nowhere stored: the person brings it back with a code.</summary>
    AuthenticatorOffer Offer(Person person);

    /// <summary>The secret that was offered to this person within a quarter of an hour, when the code is its present one; else null.</summary>
    string? Redeem(UserId user, string? ticket, string? code);

    Task SetAsync(UserId user, string secret, CancellationToken ct);

    Task RemoveAsync(UserId user, CancellationToken ct);

    /// <summary>Ten fresh codes; those before are worthless.</summary>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(UserId user, CancellationToken ct);

    /// <summary>
    /// One try, in units of work of its own, because a refusal must be remembered: five wrong ones within a quarter of an hour
    /// and none is taken. A code works once.
    /// </summary>
    Task<CodeVerdict> TryAsync(UserId user, string? code, CancellationToken ct);
}

public enum CodeVerdict
{
    Refused = 0,
    Authenticator = 1,
    Recovery = 2,
}

/// <param name="Secret">Base32, for typing.</param>
/// <param name="Uri">otpauth, for the QR code.</param>
/// <param name="Ticket">Sealed secret for the form.</param>
public sealed record AuthenticatorOffer(string Secret, string Uri, string Ticket);
