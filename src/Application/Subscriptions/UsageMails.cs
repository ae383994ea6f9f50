using WaSaas.Application.Accounts;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>What owners are written when the month is nearly or wholly used: what of it, and what still works.</summary>
internal static class UsageMails
{
    public static Mail Of(Person to, UsageKind kind, int reached, Uri page) => (kind, reached >= UsageMeter.Full) switch
    {
        (UsageKind.Voice, true) => VoiceUsedUp(to, page),
        (UsageKind.Voice, false) => VoiceNearlyUsedUp(to, page),
        (_, true) => TurnsUsedUp(to, page),
        _ => TurnsNearlyUsedUp(to, page),
    };

    private static Mail TurnsNearlyUsedUp(Person to, Uri page) => SubscriptionMails.In(
        to,
        page,
        ("80 % de votre forfait est utilisé", "Votre boutique a utilisé 80 % des réponses de son forfait ce mois-ci. À 100 %, l’assistant intégré continue de répondre et chaque message est gardé."),
        ("80% of your plan is used", "Your shop has used 80% of its plan’s answers this month. At 100% the built-in assistant goes on answering, and every message is kept."));

    private static Mail TurnsUsedUp(Person to, Uri page) => SubscriptionMails.In(
        to,
        page,
        ("Votre forfait du mois est utilisé", "Votre boutique a utilisé les réponses de son forfait du mois. L’assistant intégré continue de répondre (prix, stock, disponibilité), chaque message est gardé, et vous pouvez toujours répondre vous-même."),
        ("This month’s plan is used up", "Your shop has used up its plan’s answers for the month. The built-in assistant goes on answering (prices, stock, availability), every message is kept, and you can always answer yourself."));

    private static Mail VoiceNearlyUsedUp(Person to, Uri page) => SubscriptionMails.In(
        to,
        page,
        ("80 % de vos minutes vocales sont utilisées", "Votre boutique a utilisé 80 % de ses minutes vocales ce mois-ci. À 100 %, les clients sont priés d’écrire ; leurs notes vocales restent gardées et vous pouvez les écouter."),
        ("80% of your voice minutes are used", "Your shop has used 80% of its voice minutes this month. At 100% customers are asked to write; their voice notes are kept and you can listen to them."));

    private static Mail VoiceUsedUp(Person to, Uri page) => SubscriptionMails.In(
        to,
        page,
        ("Vos minutes vocales du mois sont utilisées", "Votre boutique a utilisé ses minutes vocales du mois. L’assistant répond par écrit et prie les clients d’écrire ; leurs notes vocales restent gardées et vous pouvez les écouter."),
        ("This month’s voice minutes are used up", "Your shop has used up its voice minutes for the month. The assistant answers in writing and asks customers to write; their voice notes are kept and you can listen to them."));
}
