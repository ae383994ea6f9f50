namespace WaSaas.Application.Accounts;

internal enum SecurityChange
{
    PasskeyAdded = 1,
    PasskeyRemoved = 2,
    AuthenticatorOn = 3,
    AuthenticatorOff = 4,
    RecoveryCodesRenewed = 5,
    RecoveryCodeUsed = 6,
}

/// <summary>Notices to whoever owns the address: nobody changes how she signs in without her hearing of it.</summary>
internal static class SecurityMails
{
    public static Mail Of(SecurityChange change, Person to) => AccountMails.In(
        to,
        ("La sécurité de votre compte a changé", $"""
            Bonjour,

            {InFrench(change)}

            Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe depuis la page de connexion : toutes les connexions seront fermées.
            """),
        ("The security of your account changed", $"""
            Hello,

            {InEnglish(change)}

            If this was not you, choose a new password from the sign-in page at once: every sign-in will end.
            """));

    private static string InFrench(SecurityChange change) => change switch
    {
        SecurityChange.PasskeyAdded => "Une clé d’accès vient d’être ajoutée à votre compte WaSaas.",
        SecurityChange.PasskeyRemoved => "Une clé d’accès vient d’être retirée de votre compte WaSaas.",
        SecurityChange.AuthenticatorOn => "Votre compte WaSaas demande maintenant un code de votre application à chaque connexion.",
        SecurityChange.AuthenticatorOff => "Votre compte WaSaas ne demande plus de code à la connexion.",
        SecurityChange.RecoveryCodesRenewed => "De nouveaux codes de secours viennent d’être créés ; les anciens ne valent plus rien.",
        SecurityChange.RecoveryCodeUsed => "Un code de secours vient de servir pour se connecter à votre compte WaSaas.",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    private static string InEnglish(SecurityChange change) => change switch
    {
        SecurityChange.PasskeyAdded => "A passkey was just added to your WaSaas account.",
        SecurityChange.PasskeyRemoved => "A passkey was just removed from your WaSaas account.",
        SecurityChange.AuthenticatorOn => "Your WaSaas account now asks for a code of your app at each sign-in.",
        SecurityChange.AuthenticatorOff => "Your WaSaas account asks for no code any more at sign-in.",
        SecurityChange.RecoveryCodesRenewed => "New recovery codes were just made; the old ones are worthless.",
        SecurityChange.RecoveryCodeUsed => "A recovery code was just used to sign in to your WaSaas account.",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };
}
