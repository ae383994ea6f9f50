using WaSaas.Application.Accounts;

namespace WaSaas.Application.Conversations;

/// <summary>Names no customer and quotes nobody: mail passes through many hands.</summary>
internal static class AlertMails
{
    public static Mail PersonWanted(Person to, int customers, Uri link) => AccountMails.In(
        to,
        (customers == 1 ? "Un client attend votre réponse" : $"{customers} clients attendent votre réponse", $"""
            Bonjour,

            L’assistant vous a passé la main : un client attend une personne de la boutique. Répondez-lui ici, ou depuis votre téléphone :

            {link}

            Vous ne recevrez pas d’autre message pour cette conversation avant de l’avoir ouverte.
            """),
        (customers == 1 ? "A customer waits for your answer" : $"{customers} customers wait for your answer", $"""
            Hello,

            The assistant has handed over to you: a customer waits for a person of the shop. Answer here, or from your phone:

            {link}

            You will get no other message about this conversation before you have opened it.
            """));
}
