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

    public static Mail NearlyUsedUp(Person to, Uri page) => In(
        to,
        page,
        ("80 % de votre forfait est utilisé", "Votre boutique a utilisé 80 % de son forfait ce mois-ci. À 100 %, l’assistant intégré continue de répondre et chaque message est gardé."),
        ("80% of your plan is used", "Your shop has used 80% of its plan this month. At 100% the built-in assistant goes on answering, and every message is kept."));

    public static Mail UsedUp(Person to, Uri page) => In(
        to,
        page,
        ("Votre forfait du mois est utilisé", "Votre boutique a utilisé son forfait du mois. L’assistant intégré continue de répondre (prix, stock, disponibilité), chaque message est gardé, et vous pouvez toujours répondre vous-même."),
        ("This month’s plan is used up", "Your shop has used up its plan for the month. The built-in assistant goes on answering (prices, stock, availability), every message is kept, and you can always answer yourself."));

    private static string Day(DateTimeOffset at, string language) => at.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    private static Mail In(Person to, Uri page, (string Subject, string Text) french, (string Subject, string Text) english)
    {
        var (subject, text, hello) = to.Language == "en" ? (english.Subject, english.Text, "Hello,") : (french.Subject, french.Text, "Bonjour,");
        return new Mail(to.Email, subject, $"{hello}\n\n{text}\n\n{page}\n");
    }
}
