namespace WaSaas.Application.Assistant.Language;

/// <summary>Words of a message about the day or hour at which a delivery would suit.</summary>
/// <param name="Start">Where they are written.</param>
/// <param name="Length">How long.</param>
/// <param name="Words">As written.</param>
internal readonly record struct WishedTime(int Start, int Length, string Words);

/// <summary>Finds "samedi matin", "demain après 15h", "on Saturday afternoon". Days on which she herself comes, calls or pays are none.</summary>
internal static class WishedTimes
{
    private const int FarthestLink = 3;

    private static readonly HashSet<string> Days =
        [.. ("lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday demain tomorrow aujourd today tonight weekend "
            + "janvier fevrier avril juin juillet aout septembre octobre novembre decembre january february april june july august september october november december").Split(' ')];

    private static readonly HashSet<string> Parts = [.. "matin matinee midi soir soiree morning afternoon evening noon hui heures heure h pm am".Split(' ')];

    private static readonly HashSet<string> Links =
        [.. "le la l de du d dans vers avant apres a au ce cet cette en entre et in the at by before after on this next prochain prochaine from to around ou or".Split(' ')];

    /// <summary>What makes "matin" or "15 h" a time to come.</summary>
    private static readonly HashSet<string> Leads = [.. "ce cet cette le la l vers avant apres dans en a in the at by before after on this next around".Split(' ')];

    private static readonly HashSet<string> Others =
        [.. ("reviens reviendrai revenir passe passer passerai repasse repasserai rappelle rappellerai appelle appellerai paie paye payer paierai confirme confirmerai decide reflechis reflechir dirai verrai ecris ecrirai "
            + "come coming back call pay tell decide think write voyage").Split(' ')];

    private static readonly HashSet<string> Deliveries = [.. "livre livrez livrer livres livree livraison recevoir deliver delivered delivery receive bring".Split(' ')];

    public static WishedTime? In(string text)
    {
        var tokens = TextTokens.Of(text);
        var first = Enumerable.Range(0, tokens.Count).Where(at => IsCore(tokens, at)).Append(-1).First();
        if (first < 0 || (tokens.Exists(token => Others.Contains(token.Text)) && !tokens.Exists(token => Deliveries.Contains(token.Text))))
        {
            return null;
        }

        var (from, to) = (Before(tokens, first), Last(tokens, first));
        return IsTime(tokens, from, first, to)
            ? new WishedTime(tokens[from].Start, tokens[to].End - tokens[from].Start, text[tokens[from].Start..tokens[to].End])
            : null;
    }

    /// <summary>A day, a part of one, or a figure that belongs to it: "15 h", "le 28 novembre".</summary>
    private static bool IsCore(List<Token> tokens, int at) => IsName(tokens[at])
        || (tokens[at].Kind == TokenKind.Number && at + 1 < tokens.Count && IsName(tokens[at + 1]));

    private static bool IsName(Token token) => Days.Contains(token.Text) || Parts.Contains(token.Text);

    private static int Before(List<Token> tokens, int first)
    {
        while (first > 0 && Leads.Contains(tokens[first - 1].Text))
        {
            first--;
        }

        return first;
    }

    private static int Last(List<Token> tokens, int first)
    {
        var last = first;
        for (var at = first + 1; at < tokens.Count && at - last <= FarthestLink && IsLink(tokens, at); at++)
        {
            last = IsCore(tokens, at) || EndsTime(tokens, at, last) ? at : last;
        }

        return last;
    }

    private static bool IsLink(List<Token> tokens, int at) => Links.Contains(tokens[at].Text) || tokens[at].Kind == TokenKind.Number || IsCore(tokens, at);

    // "Samedi prochain", "15h30".
    private static bool EndsTime(List<Token> tokens, int at, int last) =>
        tokens[at].Text is "prochain" or "prochaine" || (tokens[at] is { Kind: TokenKind.Number, Glued: true } && last == at - 1);

    // "Bonne soirée", "good morning", "une robe du soir" are no times of delivery.
    private static bool IsTime(List<Token> tokens, int from, int first, int to) =>
        (from == 0 || tokens[from - 1].Text is not ("du" or "de" or "bon" or "bonne" or "good" or "happy" or "nice"))
        && (from < first || Enumerable.Range(first, to - first + 1).Any(at => Days.Contains(tokens[at].Text)));
}
