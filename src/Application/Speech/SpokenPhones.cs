using System.Globalization;
using System.Text.RegularExpressions;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Speech;

/// <summary>Phone numbers as people dictate them: the country's code, then pair by pair.</summary>
internal static partial class SpokenPhones
{
    private const int MinDigits = 8;
    private const int MaxDigits = 15;

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

        var code = PhoneNumbers.CodeOf(digits);
        return $" {spoken.Plus} {spoken.Number(long.Parse(code, CultureInfo.InvariantCulture))}, {Pairs(digits[code.Length..], spoken)}";
    }

    private static bool IsAmount(string digits) => GroupsOfThree().IsMatch(digits);

    private static string Pairs(string digits, SpokenLanguage spoken) => string.Join(", ", PhoneNumbers.Pairs(digits).Select(pair => Pair(pair, spoken)));

    // A number of odd length begins with a digit by itself.
    private static string Pair(string pair, SpokenLanguage spoken) => pair.Length == 1 ? spoken.Digit(pair[0] - '0') : pair[0] == '0'
        ? $"{spoken.Digit(0)} {spoken.Digit(pair[1] - '0')}"
        : spoken.Number(long.Parse(pair, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"(?<![\d\p{L}])(?<plus>\+\s?|00(?=[1-9]))?(?<digits>\(?\d(?:[ .()-]{0,2}\d){7,14})(?![\d\p{L}])(?!\s?(?:f\s?cfa|fcfa|cfa|f|xof|xaf|francs?|€|eur|euros?|\$|£|%)(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,3}(?:[ .]\d{3})+$")]
    private static partial Regex GroupsOfThree();
}
