using System.Text.RegularExpressions;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>Cuts text into search terms: folded, without plural endings, numbers glued to their unit.</summary>
internal static partial class Terms
{
    public const int MaxQueryLength = 500;
    public const int MaxQueryTerms = 24;

    /// <summary>All terms of a product's text, in order.</summary>
    public static IEnumerable<string> Of(string text) => Words(text).Where(word => word.Length > 1 || char.IsDigit(word[0])).Select(Stem);

    /// <summary>The distinct terms of a customer's words that may name a product; empty when there are none.</summary>
    public static IReadOnlyList<string> Asked(string query)
    {
        string[] terms =
        [
            .. Words(query.Length > MaxQueryLength ? query[..MaxQueryLength] : query)
                .Where(word => (word.Length > 1 || char.IsDigit(word[0])) && !StopWords.Contains(word))
                .Select(Stem)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxQueryTerms),
        ];

        // "les 2", "1 ou 3": counts alone name nothing.
        return Array.TrueForAll(terms, term => term.All(char.IsDigit) && term.Length <= 2) ? [] : terms;
    }

    /// <summary>The words of <see cref="Asked"/> as the customer wrote them, to be quoted back.</summary>
    public static string AskedAsWritten(string query, int maxLength)
    {
        var words = query.Split([' ', '\n', '\u00a0', ',', '.', ';', ':', '?', '!', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => TextFold.Fold(word) is { Length: > 1 } folded && !StopWords.Contains(folded));
        var quoted = string.Join(' ', words);
        return quoted.Length <= maxLength ? quoted : quoted[..maxLength].TrimEnd() + "…";
    }

    /// <summary>French and English plurals lose their ending; short words keep it (bas, wax, bus).</summary>
    public static string Stem(string word) => word.Length > 3 && (word[^1] is 's' or 'x') ? word[..^1] : word;

    private static string[] Words(string text)
    {
        var folded = Synonyms.JoinCompounds(TextFold.Fold(text));
        folded = ThousandsGap().Replace(folded, "$1$2");
        folded = UnitGap().Replace(folded, "$1$2");
        folded = WordThenDigits().Replace(folded, "$1 $2");
        return folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\b(\d{1,3}) (\d{3})\b")]
    private static partial Regex ThousandsGap();

    [GeneratedRegex(@"\b(\d+) (mah|go|gb|to|tb|mo|mb|yard|yards|yds|cm|mm|ml|cl|kg|gr|watt|watts|pouces|pouce|inch|inches)\b")]
    private static partial Regex UnitGap();

    [GeneratedRegex(@"\b([a-z]{3,})(\d+)\b")]
    private static partial Regex WordThenDigits();
}
