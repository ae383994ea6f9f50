using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

public static class AccountErrors
{
    /// <summary>One answer for an unknown address, a wrong password and a locked account: it tells nobody who is a customer.</summary>
    public static readonly Error SignInRefused = new(
        "sign_in_refused", "Address or password are not right. After five wrong tries an account waits for 15 minutes.");

    public static readonly Error EmailInvalid = new("email_invalid", "This is not an e-mail address.");

    public static readonly Error EmailTaken = new("email_taken", "There is an account with this address. Sign in, or reset the password.");

    public static readonly Error PasswordLength = new(
        "password_length",
        $"A password has {PasswordPolicy.MinLength} to {PasswordPolicy.MaxLength} characters.",
        PasswordPolicy.MinLength,
        PasswordPolicy.MaxLength);

    public static readonly Error PasswordGuessable = new(
        "password_guessable", "This password is among the first that others would try. Three or four words that do not belong together are better.");

    public static readonly Error CurrentPasswordWrong = new(
        "current_password_wrong", "This is not your present password. After five wrong tries an account waits for 15 minutes.");

    public static readonly Error LinkInvalid = new("link_invalid", "This link was used already or is older than an hour. Ask for a new one.");

    public static readonly Error AlreadySignedIn = new("already_signed_in", "Sign out before you open another shop.");

    public static readonly Error CountryUnknown = new("country_unknown", "This country is not known.");

    public static readonly Error CurrencyUnknown = new("currency_unknown", "This currency is not known.");

    public static readonly Error CodeRefused = new(
        "code_refused", "This code is not right or was used already. After five wrong codes none is taken for 15 minutes.");

    public static readonly Error SecondStepOver = new("second_step_over", "Too much time passed since the password. Sign in again.");

    public static readonly Error SetUpCodeWrong = new("set_up_code_wrong", "This is not the code that the app shows now. Check the clock of the phone.");

    public static readonly Error SignInStale = new("sign_in_stale", "For this, prove again who you are.");

    public static readonly Error PasskeyRefused = new("passkey_refused", "This passkey is not known here, or took too long.");

    public static readonly Error PasskeyNameLength = new("passkey_name_length", $"A name has at most {AddPasskey.MaxName} characters.", AddPasskey.MaxName);

    public static readonly Error TooManyPasskeys = new("too_many_passkeys", $"There are {AddPasskey.MaxPasskeys} passkeys already. Remove one first.", AddPasskey.MaxPasskeys);

    public static readonly Error OperatorNeedsFactor = new("operator_needs_factor", "Operators keep at least a passkey or an authenticator app.");

    public static readonly Error NothingToRecover = new("nothing_to_recover", "Recovery codes belong to a passkey or an authenticator app.");
}
