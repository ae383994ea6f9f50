using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

/// <summary>"Write to me no more": only as the whole message, since "stop" is also said in other sentences.</summary>
public static class OptOut
{
    private const int Longest = 60;

    private static readonly HashSet<string> Meant =
    [
        "stop", "stopp", "stop all", "stop pub", "stop publicite", "stop messages", "stop message", "stop sms", "arret", "arrete", "arretez", "arreter", "arrete moi ca", "arretez les messages",
        "arreter les messages", "desabonner", "desabonne moi", "desabonnez moi", "me desabonner", "je veux me desabonner", "desabonnement", "desinscrire", "desinscription",
        "desinscrivez moi", "ne m ecrivez plus", "n ecrivez plus", "ne m envoyez plus de messages", "plus de messages", "unsubscribe", "unsubscribe me", "opt out", "optout", "remove me",
        "stop messaging me", "do not message me", "don t message me", "no more messages",
    ];

    private static readonly string[] Politeness = ["svp", "stp", "s il vous plait", "s il te plait", "merci", "please", "thanks", "thank you"];

    public static bool IsMeant(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        var folded = TextFold.Fold(text);
        var polite = Array.Find(Politeness, end => folded.EndsWith(" " + end, StringComparison.Ordinal));
        return Meant.Contains(polite is null ? folded : folded[..^(polite.Length + 1)]);
    }
}
