using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

public enum LinkPurpose
{
    SetPassword = 1,
    ConfirmEmail = 2,
}

/// <summary>The people who can sign in. Methods that write want a unit of work around them unless they say otherwise.</summary>
public interface IAccounts
{
    Task<Person?> FindAsync(string email, CancellationToken ct);

    Task<Person?> FindAsync(UserId id, CancellationToken ct);

    /// <summary>Slow on purpose (a tenth of a second): call it before a unit of work, never inside one.</summary>
    string Hash(string password);

    /// <exception cref="InvalidOperationException">The address is taken; ask <see cref="FindAsync(string, CancellationToken)"/> in the same unit of work.</exception>
    Task<Person> AddAsync(NewPerson person, CancellationToken ct);

    /// <summary>
    /// Null when the address is unknown, the password wrong or the account locked (5 wrong tries, 15 minutes), after the same
    /// time. Counts the try in short units of work of its own, because a refusal must be remembered.
    /// </summary>
    Task<Person?> CheckPasswordAsync(string email, string password, CancellationToken ct);

    /// <summary>A secret for a link; works once, for an hour, and not after the password changed.</summary>
    Task<string> CreateTokenAsync(UserId id, LinkPurpose purpose, CancellationToken ct);

    Task<bool> IsTokenValidAsync(UserId id, LinkPurpose purpose, string token, CancellationToken ct);

    /// <summary>As <see cref="IsTokenValidAsync"/>, and every token given out so far is worthless afterwards.</summary>
    Task<bool> RedeemTokenAsync(UserId id, LinkPurpose purpose, string token, CancellationToken ct);

    /// <summary>As <see cref="CreateTokenAsync"/>, for that new address and no other.</summary>
    Task<string> CreateEmailTokenAsync(UserId id, string email, CancellationToken ct);

    Task<bool> IsEmailTokenValidAsync(UserId id, string email, string token, CancellationToken ct);

    /// <summary>The address is hers and confirmed; every token given out so far is worthless afterwards.</summary>
    /// <exception cref="InvalidOperationException">The address is taken; ask in the same unit of work.</exception>
    Task ChangeEmailAsync(UserId id, string email, CancellationToken ct);

    /// <param name="id">Whose account.</param>
    /// <param name="name">As she wants to be called; may be empty.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="ct">Ends with the request.</param>
    Task EditAsync(UserId id, string name, string language, CancellationToken ct);

    /// <summary>Also lifts a lock.</summary>
    Task SetPasswordAsync(UserId id, string hash, CancellationToken ct);

    Task MarkEmailConfirmedAsync(UserId id, CancellationToken ct);

    Task MakeOperatorAsync(UserId id, CancellationToken ct);

    /// <summary>Those who run the installation.</summary>
    Task<IReadOnlyList<Person>> OperatorsAsync(CancellationToken ct);
}
