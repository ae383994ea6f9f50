using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>Percentages, ordinals, units of measure and "2x" in words; the numbers themselves follow later.</summary>
internal static partial class SpokenMeasures
{
    private const int MostOrdinal = 9_999;

    public static string Say(string text, SpokenLanguage spoken)
    {
        text = PerCent().Replace(text, $" {spoken.PerCent} ");
        text = Ordinal().Replace(text, match => Ordinals(match, spoken));
        text = TimesBehind().Replace(text, $" {spoken.Times} ");
        text = TimesBefore().Replace(text, $"$1 {spoken.Times} ");
        return Unit().Replace(text, match => spoken.Units.TryGetValue(match.Value.Trim(), out var name) ? $" {name}" : match.Value);
    }

    private static string Ordinals(Match match, SpokenLanguage spoken) => int.TryParse(match.Groups["number"].ValueSpan, out var value) && value is > 0 and <= MostOrdinal
        ? $" {spoken.Ordinal(value, match.Groups["mark"].Value is "re" or "ère" or "ere")} "
        : match.Value;

    [GeneratedRegex(@"(?<=\d)\s?%")]
    private static partial Regex PerCent();

    [GeneratedRegex(@"(?<![\d\p{L}.,])(?<number>\d{1,4})(?<mark>er|re|ère|ere|ème|eme|e|st|nd|rd|th)(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\d)\s?[x×](?=\s|\d|$)", RegexOptions.IgnoreCase)]
    private static partial Regex TimesBehind();

    [GeneratedRegex(@"(^|\s)[x×]\s?(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex TimesBefore();

    [GeneratedRegex(@"(?<=\d)\s?(?:kg|mg|g|km|m2|mm|cm|mah|min|mn|ml|mb|mo|mp|m|cl|l|go|gb|to|w|v|s|j|hz|°c|°|pcs|pc)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
