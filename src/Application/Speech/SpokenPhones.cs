using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>Phone numbers as people dictate them: the country's code, then pair by pair.</summary>
internal static partial class SpokenPhones
{
    private const int MinDigits = 8;
    private const int MaxDigits = 15;

    /// <summary>Country codes of one and two digits (ITU-T E.164); all others have three.</summary>
    private static readonly HashSet<string> ShortCodes =
        [.. "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".Split(' ')];

    public static string Say(string text, SpokenLanguage spoken) => Phone().Replace(text, match => Say(match, spoken));

    private static string Say(Match match, SpokenLanguage spoken)
    {
        var international = match.Groups["plus"].Success;
        var digits = new string([.. match.Groups["digits"].Value.Where(char.IsAsciiDigit)]);
        if (digits.Length is < MinDigits or > MaxDigits || (!international && IsAmount(match.Groups["digits"].Value)))
        {
            return match.Value;
        }

        if (!international)
        {
            return Pairs(digits, spoken);
        }

        var code = Enumerable.Range(1, 2).Select(length => digits[..length]).FirstOrDefault(ShortCodes.Contains) ?? digits[..3];
        return $" {spoken.Plus} {spoken.Number(long.Parse(code, CultureInfo.InvariantCulture))}, {Pairs(digits[code.Length..], spoken)}";
    }

    private static bool IsAmount(string digits) => GroupsOfThree().IsMatch(digits);

    // A number of odd length begins with a digit by itself.
    private static string Pairs(string digits, SpokenLanguage spoken)
    {
        var odd = digits.Length % 2;
        var groups = Enumerable.Range(0, digits.Length / 2).Select(i => Pair(digits.Substring(odd + (2 * i), 2), spoken));
        return string.Join(", ", odd == 1 ? groups.Prepend(spoken.Digit(digits[0] - '0')) : groups);
    }

    private static string Pair(string pair, SpokenLanguage spoken) => pair[0] == '0'
        ? $"{spoken.Digit(0)} {spoken.Digit(pair[1] - '0')}"
        : spoken.Number(long.Parse(pair, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"(?<![\d\p{L}])(?<plus>\+\s?|00(?=[1-9]))?(?<digits>\(?\d(?:[ .()-]{0,2}\d){7,14})(?![\d\p{L}])(?!\s?(?:f\s?cfa|fcfa|cfa|f|xof|xaf|francs?|€|eur|euros?|\$|£|%)(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,3}(?:[ .]\d{3})+$")]
    private static partial Regex GroupsOfThree();
}
