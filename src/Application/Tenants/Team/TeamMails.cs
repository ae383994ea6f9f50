using WaSaas.Application.Accounts;

namespace WaSaas.Application.Tenants.Team;

/// <summary>Mails about places in a team, each in the reader's language.</summary>
internal static class TeamMails
{
    public static Mail Invited((string Email, string Language) to, string shop, Uri link) => AccountMails.In(
        to,
        ($"{shop} vous invite dans son équipe", $"""
            Bonjour,

            La boutique {shop} vous invite à répondre à ses clients sur WaSaas. Acceptez ici, pendant sept jours :

            {link}

            Si vous ne connaissez pas cette boutique, ne faites rien.
            """),
        ($"{shop} invites you to its team", $"""
            Hello,

            The shop {shop} invites you to answer its customers on WaSaas. Accept here, within seven days:

            {link}

            If you do not know this shop, do nothing.
            """));

    public static Mail Joined(Person owner, string shop, string newcomer) => AccountMails.In(
        owner,
        ($"{newcomer} a rejoint l’équipe de {shop}", $"""
            Bonjour,

            {newcomer} a accepté votre invitation et peut répondre aux clients de {shop}.

            Si vous n’avez invité personne, retirez cette personne depuis la page Équipe.
            """),
        ($"{newcomer} joined the team of {shop}", $"""
            Hello,

            {newcomer} accepted your invitation and can answer the customers of {shop}.

            If you invited nobody, take this person off the team on the page Team.
            """));

    public static Mail Removed(Person to, string shop) => AccountMails.In(
        to,
        ($"Vous ne faites plus partie de l’équipe de {shop}", $"""
            Bonjour,

            La boutique {shop} vous a retiré de son équipe : vous n’avez plus accès à ses conversations. Votre compte WaSaas reste le vôtre.
            """),
        ($"You are no longer on the team of {shop}", $"""
            Hello,

            The shop {shop} took you off its team: you have no access to its conversations any more. Your WaSaas account stays yours.
            """));

    public static Mail Stopped(Person to, string shop) => AccountMails.In(
        to,
        ($"Votre accès à {shop} est suspendu", $"""
            Bonjour,

            Le forfait de la boutique {shop} ne permet plus autant de personnes : votre accès est suspendu. Rien n’est effacé, et il revient avec un forfait plus grand.
            """),
        ($"Your access to {shop} is suspended", $"""
            Hello,

            The plan of the shop {shop} holds fewer people now: your access is suspended. Nothing is deleted, and it comes back with a larger plan.
            """));
}
