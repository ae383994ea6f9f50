using System.Globalization;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>What owners are written about their plan, in French and English.</summary>
internal static class SubscriptionMails
{
    public static Mail TrialEnds(Person to, DateTimeOffset at, Uri page) => In(
        to,
        page,
        ("Votre essai se termine bientôt", $"Votre essai de WaSaas se termine le {Day(at, "fr")}. Ensuite, votre boutique passe en Starter : l’assistant continue de répondre, rien n’est effacé."),
        ("Your trial ends soon", $"Your trial of WaSaas ends on {Day(at, "en")}. After that your shop is on Starter: the assistant goes on answering, and nothing is deleted."));

    public static Mail FirstPayment(Person to, Plan plan, DateTimeOffset at, Uri page) => In(
        to,
        page,
        ("Premier paiement de votre abonnement", $"Votre essai se termine le {Day(at, "fr")}. Votre forfait {plan} continue alors avec le premier paiement. Vous pouvez l’arrêter avant, sans frais."),
        ("First payment of your subscription", $"Your trial ends on {Day(at, "en")}. Your {plan} plan then goes on with the first payment. You can stop it before that at no cost."));

    public static Mail GrantEnds(Person to, PlanGrant grant, Uri page) => In(
        to,
        page,
        ($"Votre forfait {grant.Plan} se termine bientôt", $"La période payée d’avance du forfait {grant.Plan} se termine le {Day(grant.Until!.Value, "fr")}. Vos commandes et vos messages restent lisibles ensuite."),
        ($"Your {grant.Plan} plan ends soon", $"The prepaid period of the {grant.Plan} plan ends on {Day(grant.Until!.Value, "en")}. Your orders and messages stay readable afterwards."));

    public static Mail PaymentFailed(Person to, DateTimeOffset grace, Uri page) => In(
        to,
        page,
        ("Un paiement n’a pas abouti", $"Le dernier paiement de votre abonnement WaSaas n’a pas abouti. Tout reste ouvert jusqu’au {Day(grace, "fr")} : changez de carte d’ici là."),
        ("A payment did not go through", $"The last payment of your WaSaas subscription did not go through. Everything stays open until {Day(grace, "en")}: change your card by then."));

    private static string Day(DateTimeOffset at, string language) => at.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    internal static Mail In(Person to, Uri page, (string Subject, string Text) french, (string Subject, string Text) english)
    {
        var (subject, text, hello) = to.Language == "en" ? (english.Subject, english.Text, "Hello,") : (french.Subject, french.Text, "Bonjour,");
        return new Mail(to.Email, subject, $"{hello}\n\n{text}\n\n{page}\n");
    }
}
