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

    public static Mail ReceiptToCheck(Person to, int customers, Uri link) => AccountMails.In(
        to,
        (customers == 1 ? "Un paiement est à vérifier" : $"{customers} paiements sont à vérifier", $"""
            Bonjour,

            Un client a envoyé l’image d’un paiement. Une image ne prouve rien : regardez votre compte, puis notez ce qui est arrivé :

            {link}

            L’assistant a dit au client que vous vérifiez. Vous ne recevrez pas d’autre message pour cette conversation avant de l’avoir ouverte.
            """),
        (customers == 1 ? "A payment is to be checked" : $"{customers} payments are to be checked", $"""
            Hello,

            A customer has sent the picture of a payment. A picture proves nothing: look at your account, then record what arrived:

            {link}

            The assistant has told the customer that you are checking. You will get no other message about this conversation before you have opened it.
            """));
}
