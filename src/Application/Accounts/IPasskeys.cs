using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// Passkeys (WebAuthn level 3). A ceremony has two steps: options for the browser, and what its authenticator made of them; the
/// server's part waits in a sealed cookie for five minutes and is good for one success.
/// </summary>
public interface IPasskeys
{
    Task<IReadOnlyList<PasskeyRow>> OfAsync(UserId user, CancellationToken ct);

    /// <summary>JSON for <c>navigator.credentials.create</c>.</summary>
    Task<string> BeginAddAsync(Person person, CancellationToken ct);

    /// <summary>False when the answer is not right. Wants a unit of work around it.</summary>
    Task<bool> AddAsync(UserId user, string? credential, string name, CancellationToken ct);

    /// <summary>JSON for <c>navigator.credentials.get</c>; of that person's passkeys, or of whichever the browser knows.</summary>
    Task<string> BeginCheckAsync(UserId? user, CancellationToken ct);

    /// <summary>Whose passkey answered; null when the answer is not right. Opens a unit of work of its own.</summary>
    Task<UserId?> CheckAsync(string? credential, CancellationToken ct);

    /// <summary>False when the person has no such passkey. Wants a unit of work around it.</summary>
    Task<bool> RemoveAsync(UserId user, string id, CancellationToken ct);
}

/// <param name="Id">Base64url.</param>
/// <param name="Name">Given by its owner.</param>
/// <param name="AddedAt">When.</param>
/// <param name="IsSynced">A copy is kept by the maker of the device or the password manager.</param>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset AddedAt, bool IsSynced);
