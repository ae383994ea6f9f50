using WaSaas.Application.Accounts;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>What owners and operators are written when the provider reports something out of the ordinary.</summary>
internal static class WarningMails
{
    public static Mail ToOwner(Person to, BillingWarning warning, Uri page) => warning switch
    {
        BillingWarning.Disputed => SubscriptionMails.In(
            to,
            page,
            ("Un paiement est contesté", "Votre banque nous signale qu’un paiement de votre abonnement WaSaas est contesté. Si ce n’était pas voulu, dites-le à votre banque. Votre boutique continue de fonctionner."),
            ("A payment is disputed", "Your bank tells us that a payment of your WaSaas subscription is disputed. If that was not meant, tell your bank. Your shop goes on working.")),
        BillingWarning.Refunded => SubscriptionMails.In(
            to,
            page,
            ("Un paiement vous est remboursé", "Un paiement de votre abonnement WaSaas vous est remboursé. Selon votre banque, cela prend quelques jours."),
            ("A payment is refunded to you", "A payment of your WaSaas subscription is refunded to you. It takes a few days, depending on your bank.")),
        BillingWarning.NotInvoiced => SubscriptionMails.In(
            to,
            page,
            ("Votre facture ne peut pas être établie", "La prochaine facture de votre abonnement WaSaas ne peut pas être établie, le plus souvent parce qu’il manque une adresse. Complétez-la sous « Carte et factures ». Votre boutique continue de fonctionner."),
            ("Your invoice cannot be made out", "The next invoice of your WaSaas subscription cannot be made out, mostly because an address is missing. Complete it under “Card and invoices”. Your shop goes on working.")),
        BillingWarning.ActionRequired => SubscriptionMails.In(
            to,
            page,
            ("Votre banque demande une confirmation", "Votre banque demande que vous confirmiez un paiement de votre abonnement WaSaas. Ouvrez la facture depuis la page de votre forfait et suivez la banque."),
            ("Your bank asks for a confirmation", "Your bank asks you to confirm a payment of your WaSaas subscription. Open the invoice from your plan’s page and follow the bank.")),
        _ => SubscriptionMails.In(
            to,
            page,
            ("Votre abonnement est terminé", "Votre compte de paiement a été supprimé : l’abonnement WaSaas est terminé et plus rien n’est débité. Rien n’est effacé ici ; vous pouvez choisir de nouveau un forfait."),
            ("Your subscription has ended", "Your payment account was deleted: the WaSaas subscription has ended and nothing more is charged. Nothing is deleted here; you can choose a plan again.")),
    };

    public static Mail ToOperator(Person to, BillingWarning warning, string shop, Uri page) => SubscriptionMails.In(
        to,
        page,
        ($"{French(warning)} : {shop}", $"{French(warning)} pour la boutique {shop}. À regarder chez le prestataire de paiement."),
        ($"{English(warning)}: {shop}", $"{English(warning)} for the shop {shop}. Look at it at the payment provider."));

    private static string French(BillingWarning warning) => warning switch
    {
        BillingWarning.Disputed => "Paiement contesté",
        BillingWarning.Refunded => "Paiement remboursé",
        BillingWarning.NotInvoiced => "Facture impossible à établir",
        _ => "Client supprimé chez le prestataire",
    };

    private static string English(BillingWarning warning) => warning switch
    {
        BillingWarning.Disputed => "Payment disputed",
        BillingWarning.Refunded => "Payment refunded",
        BillingWarning.NotInvoiced => "Invoice that cannot be made out",
        _ => "Customer deleted at the provider",
    };
}
