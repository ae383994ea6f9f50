using System.Text.RegularExpressions;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>A draft as the checks read it: cut into sentences and clauses, folded, digits and letters apart.</summary>
internal static partial class DraftText
{
    /// <summary>Words that turn "do not worry" into a promise: a negation beside them denies nothing.</summary>
    private const string Soothing = @"\b(inquiet\w*|soucis?|problemes?|doutez?|hesit\w*|mens|refus\w*|seulement|worry|problem|doubt|hesitate|only|lie|lying)\b";

    public static string[] Sentences(string plain) => [.. SentenceEnd().Split(plain).Where(sentence => !string.IsNullOrWhiteSpace(sentence))];

    public static string[] Clauses(string plain) => [.. ClauseEnd().Split(plain).Where(clause => !string.IsNullOrWhiteSpace(clause))];

    /// <summary>"128Go" and "128 Go" read alike.</summary>
    public static string Fold(string text) => $" {Boundary().Replace(TextFold.Fold(Figures.Plain(text)), " ")} ";

    /// <summary>What stands at this place is said not to be so.</summary>
    public static bool IsDenied(string foldedClause, int at) =>
        !Soothes().IsMatch(foldedClause) && (NegatedAhead().IsMatch(foldedClause[..at]) || NegatedBehind().IsMatch(foldedClause[at..]));

    public static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?');

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n|[,;](?!\d)|:(?!\d)|\s[-–—]\s|\b(?:mais|but|donc|so|car|because)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)")]
    private static partial Regex Boundary();

    [GeneratedRegex(Soothing)]
    private static partial Regex Soothes();

    [GeneratedRegex(@"\b(pas|jamais|ni|sans|aucune?s?|plus de|not|no|never|cannot|can t|don t|doesn t|isn t|without|unable)\b(?: \w+){0,6} ?$")]
    private static partial Regex NegatedAhead();

    [GeneratedRegex(@"^\w+(?: \w+){0,3} (?:n est pas|ne sont pas|pas possible|impossible|is not|are not|isn t|not possible|ne peut pas)\b")]
    private static partial Regex NegatedBehind();
}
