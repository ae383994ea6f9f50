using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>The customer's own number may be named to refuse it or to ask whether it was understood, never to agree.</summary>
internal static partial class GivenBack
{
    public static bool Is(string sentence)
    {
        var folded = DraftText.Fold(sentence);
        return !Agreeing().IsMatch(Refusal().Replace(folded, " ")) && (Refusal().IsMatch(folded) || (Repeating().IsMatch(folded) && !Granting().IsMatch(folded)));
    }

    [GeneratedRegex(
        @"\b(impossible|pas possible|ne trouve pas (?!mieux)|pas dans notre catalogue|cannot find|not in our catalogue|peux pas|pouvons pas|peut pas|pourrai pas|pourrons pas|pas (?:vous le |le |la |les )?(?:faire|laisser|accepter|vendre|descendre)|trop bas|trop juste|en dessous|malheureusement|desolee?|ne me permet pas|"
        + @"cannot|can t|not possible|unable|too low|below|unfortunately|sorry|not able)\b")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(votre proposition|vous proposez|votre offre|vous avez (?:dit|propose)|vous dites|your offer|you offer|you offered|you said|you proposed|you are offering)\b")]
    private static partial Regex Repeating();

    [GeneratedRegex(@"\b(convient|interesse|bien recue?|nous va|works|suits)\b")]
    private static partial Regex Granting();

    [GeneratedRegex(
        @"\b(d accord|daccord|ok|okay|accepte\w*|accord|marche conclu|ca marche|c est bon|vendu|entendu|parfait|pas de problemes?|pas de soucis?|deal|agreed|accept\w*|no problem|sold|fine|done|go|"
        + @"oui|yes|sure|bien sur|of course|volontiers|avec plaisir|possible|faisable|valide\w*|note|notee|top|super|inquietez|worry|je prends|on fait|je vous l[ae] (?:fais|laisse)|c est fait|confirme\w*)\b")]
    private static partial Regex Agreeing();
}
