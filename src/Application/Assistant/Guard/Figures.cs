using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>A number in a text, in whole units of what it counts; marked when a currency or a multiplier stands with it.</summary>
internal readonly record struct Figure(decimal Value, bool IsMarked, int Index, int Length, bool IsPercent = false);

/// <summary>Reads numbers as people write them: <c>15 000</c>, <c>15.000 F</c>, <c>15,750</c>, <c>15k</c>, <c>24,90 €</c>, <c>18 mille</c>.</summary>
internal static partial class Figures
{
    public static IReadOnlyList<Figure> In(string text)
    {
        var plain = Plain(text);
        return [.. Number().Matches(plain).Select(Read).OfType<Figure>()];
    }

    /// <summary>Digits of any script as 0 to 9, all spaces alike, and nothing invisible in between.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)));
                    break;
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.SpaceSeparator:
                    plain.Append(' ');
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }

    private static Figure? Read(Match match)
    {
        var digits = match.Groups["whole"].Value;
        var whole = new string([.. digits.Where(char.IsAsciiDigit)]);
        var text = match.Groups["decimals"] is { Success: true, Value: var decimals } ? $"{whole}.{decimals}" : whole;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || whole.Length > 15)
        {
            return new Figure(-1, true, match.Index, match.Length);
        }

        var multiplied = match.Groups["thousand"].Success;
        var marked = multiplied || match.Groups["before"].Success || match.Groups["after"].Success;
        return new Figure(multiplied ? value * 1_000 : value, marked, match.Index, match.Length, match.Groups["percent"].Success);
    }

    [GeneratedRegex(
        @"(?<before>[€$£]\s?)?(?<![\d])(?<whole>\d{1,3}(?:[ .,'’]\d{3})+(?!\d)|\d+)(?:[.,](?<decimals>\d{1,2})(?!\d))?(?<thousand>\s?(?:k|mille|mil|thousand)\b)?"
        + @"(?<after>\s?(?:f\s?cfa|fcfa|cfa|f|xof|xaf|€|eur|euros?|francs?|balles|\$|£)(?!\w)|\s?(?<percent>%|pour cent|percent|per cent))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
