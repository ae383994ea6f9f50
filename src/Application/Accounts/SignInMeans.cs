namespace WaSaas.Application.Accounts;

/// <summary>What a person proved when she signed in. Operators act only with the last two.</summary>
public enum SignInMeans
{
    Password = 1,

    /// <summary>The password and a code.</summary>
    SecondFactor = 2,

    Passkey = 3,
}

/// <summary>What a person can prove beside her password.</summary>
/// <param name="HasAuthenticator">An app that shows codes.</param>
/// <param name="Passkeys">How many.</param>
/// <param name="RecoveryCodes">How many are left.</param>
public sealed record Factors(bool HasAuthenticator, int Passkeys, int RecoveryCodes)
{
    public bool Any => HasAuthenticator || Passkeys > 0;

    /// <summary>
    /// An authenticator app is always asked for. A passkey is a vendor's shortcut, but an operator's password alone is
    /// never enough once she has one.
    /// </summary>
    public bool AreAskedOf(Person person) => HasAuthenticator || (person.IsOperator && Passkeys > 0);
}
