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

    /// <param name="to">With the new address.</param>
    /// <param name="link">Works for an hour.</param>
    public static Mail ChangeEmail(Person to, Uri link) => In(
        to,
        ("Confirmer votre nouvelle adresse", $"""
            Bonjour,

            Confirmez ici, pendant une heure, que vous voulez vous connecter à WaSaas avec cette adresse :

            {link}

            Si vous n’avez rien demandé, ne faites rien : rien ne change.
            """),
        ("Confirm your new address", $"""
            Hello,

            Confirm here, within an hour, that you want to sign in to WaSaas with this address:

            {link}

            If you did not ask for this, do nothing: nothing changes.
            """));

    /// <param name="to">With the former address.</param>
    /// <param name="now">The one that is used from now on.</param>
    public static Mail EmailChanged(Person to, string now) => In(
        to,
        ("Votre adresse a changé", $"""
            Bonjour,

            Votre compte WaSaas utilise maintenant l’adresse {now} ; celle-ci ne sert plus à se connecter.
            Si ce n’était pas vous, prévenez tout de suite la personne qui gère WaSaas.
            """),
        ("Your address was changed", $"""
            Hello,

            Your WaSaas account now uses the address {now}; this one no longer signs in.
            If this was not you, tell whoever runs WaSaas at once.
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

    internal static Mail In(Person to, (string Subject, string Body) french, (string Subject, string Body) english) =>
        In((to.Email, to.Language), french, english);

    internal static Mail In((string Email, string Language) to, (string Subject, string Body) french, (string Subject, string Body) english)
    {
        var (subject, body) = to.Language == "en" ? english : french;
        return new Mail(to.Email, subject, body);
    }
}
