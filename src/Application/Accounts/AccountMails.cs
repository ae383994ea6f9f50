namespace WaSaas.Application.Accounts;

/// <summary>The mails to people, in French and English.</summary>
internal static class AccountMails
{
    public static Mail ResetPassword(Person to, Uri link) => In(
        to,
        ("Choisir un nouveau mot de passe", $"""
            Bonjour,

            Vous pouvez choisir un nouveau mot de passe pour WaSaas ici, pendant une heure :

            {link}

            Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
            """),
        ("Choose a new password", $"""
            Hello,

            You can choose a new password for WaSaas here, within an hour:

            {link}

            If you did not ask for this, do nothing: your password stays as it is.
            """));

    public static Mail ConfirmEmail(Person to, Uri link) => In(
        to,
        ("Confirmer votre adresse", $"""
            Bonjour,

            Confirmez cette adresse pour WaSaas ici, pendant une heure :

            {link}

            Si vous n’avez pas ouvert de boutique chez nous, ne faites rien.
            """),
        ("Confirm your address", $"""
            Hello,

            Confirm this address for WaSaas here, within an hour:

            {link}

            If you did not open a shop with us, do nothing.
            """));

    public static Mail PasswordChanged(Person to) => In(
        to,
        ("Votre mot de passe a changé", """
            Bonjour,

            Le mot de passe de votre compte WaSaas vient d’être changé, et toutes les connexions ont été fermées.
            Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe depuis la page de connexion.
            """),
        ("Your password was changed", """
            Hello,

            The password of your WaSaas account was just changed, and every sign-in was ended.
            If this was not you, ask for a new password from the sign-in page at once.
            """));

    internal static Mail In(Person to, (string Subject, string Body) french, (string Subject, string Body) english)
    {
        var (subject, body) = to.Language == "en" ? english : french;
        return new Mail(to.Email, subject, body);
    }
}
