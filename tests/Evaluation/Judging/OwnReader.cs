using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WaSaas.Evaluation.Judging;

/// <param name="Value">In major units.</param>
/// <param name="IsMoney">A currency stands beside it.</param>
internal sealed record OwnAmount(decimal Value, bool IsMoney);

/// <summary>The judge's own reading of numbers; it shares nothing with the assistant's, so that both would have to be wrong alike.</summary>
internal static partial class OwnReader
{
    public static IEnumerable<OwnAmount> In(string text)
    {
        foreach (Match match in Numbers().Matches(Plain(text)))
        {
            var value = Value(match.Groups["n"].Value) * (match.Groups["k"].Success ? 1_000 : 1);
            yield return new OwnAmount(value, match.Groups["c"].Success || match.Groups["e"].Success || match.Groups["k"].Success);
        }
    }

    /// <summary>All its digits in one string: phones and the like are found in it however they are grouped.</summary>
    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Lower case without accents and with plain spaces.</summary>
    public static string Fold(string text) => new([.. Plain(text).ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    private static string Plain(string text) => Spaces().Replace(text.Normalize(NormalizationForm.FormKC), " ").Replace("\u200b", "", StringComparison.Ordinal);

    /// <summary>A mark with three digits behind it groups thousands; with one or two it is the decimal one.</summary>
    private static decimal Value(string number)
    {
        var decimals = Cents().Match(number);
        var whole = OwnReader.Digits(decimals.Success ? number[..decimals.Index] : number);
        return decimal.Parse(decimals.Success ? $"{whole}.{OwnReader.Digits(decimals.Value)}" : whole, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<e>€ ?)?(?<![\d.,])(?<n>\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?)(?: ?(?<k>k|mille|thousand)\b)?(?<c> ?(?:€|(?:fcfa|f|cfa|xof|eur|euros?|francs?)\b))?", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[.,]\d{1,2}$")]
    private static partial Regex Cents();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
