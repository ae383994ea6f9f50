using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>Every number that is left, whatever it counts. After this a text has no digit any more.</summary>
internal static partial class SpokenNumbers
{
    private const int MostDigits = 15;

    public static string Say(string text, SpokenLanguage spoken)
    {
        text = Range().Replace(text, $" {spoken.To} ");
        text = Number().Replace(text, match => $" {Words(match, spoken)} ");
        return Rest().Replace(text, match => $" {OneByOne(match.Value, spoken)} ");
    }

    /// <summary>A number with separators as it is written here; null when it is too long to be one.</summary>
    public static ReadNumber? Read(string written, int exponent)
    {
        var whole = Grouped().Match(written);
        var groups = whole.Success && !(exponent == 3 && OneGroup().IsMatch(written)) && written[0] != '0';
        var at = groups ? whole.Length : written.AsSpan().IndexOfAny('.', ',');
        var digits = new string([.. (at < 0 ? written : written[..at]).Where(char.IsAsciiDigit)]);
        var decimals = at < 0 || at >= written.Length ? "" : new string([.. written[at..].Where(char.IsAsciiDigit)]);
        return digits.Length is > 0 and <= MostDigits ? new ReadNumber(long.Parse(digits, CultureInfo.InvariantCulture), decimals) : null;
    }

    private static string Words(Match match, SpokenLanguage spoken)
    {
        if (Read(match.Groups["number"].Value, 0) is not { } read || LeadingZero().IsMatch(match.Groups["number"].Value))
        {
            return OneByOne(match.Groups["number"].Value, spoken);
        }

        var minus = match.Groups["minus"].Success ? $"{spoken.Minus} " : "";
        var decimals = read.Decimals.Length == 0 ? "" : $" {spoken.Point} {Decimals(read.Decimals, spoken)}";
        return minus + spoken.Number(read.Whole, spoken.IsFeminine(match.Groups["noun"].Value)) + decimals;
    }

    private static string Decimals(string digits, SpokenLanguage spoken) =>
        digits[0] == '0' || digits.Length > 2 ? OneByOne(digits, spoken) : spoken.Number(long.Parse(digits, CultureInfo.InvariantCulture));

    private static string OneByOne(string digits, SpokenLanguage spoken) =>
        string.Join(' ', digits.Where(char.IsAsciiDigit).Select(digit => spoken.Digit(digit - '0')));

    [GeneratedRegex(@"(?<=\d)\s?-\s?(?=\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<minus>(?<=^|[\s(])-)?(?<![\d])(?<number>(?<!\p{L})\d{1,3}(?:[ .,'’]\d{3})+(?!\d)(?:[.,]\d{1,3}(?!\d))?|\d+(?:[.,]\d{1,3}(?!\d))?)(?!\d)(?=(?:\s?(?<noun>\p{L}+))?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Rest();

    [GeneratedRegex(@"^\d{1,3}(?:[ .,'’]\d{3})+(?!\d)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}[.,]\d{3}$")]
    private static partial Regex OneGroup();

    [GeneratedRegex(@"^0\d")]
    private static partial Regex LeadingZero();
}

/// <param name="Whole">Before the decimal sign.</param>
/// <param name="Decimals">The digits behind it, as written.</param>
internal readonly record struct ReadNumber(long Whole, string Decimals)
{
    public decimal Fraction => Decimals.Length == 0 ? 0 : decimal.Parse($"0.{Decimals}", CultureInfo.InvariantCulture);

    /// <summary>In minor units: ",5" of a euro is 50.</summary>
    public long Part(int exponent) => exponent == 0 || Decimals.Length == 0
        ? 0
        : long.Parse(Decimals.PadRight(exponent, '0')[..exponent], CultureInfo.InvariantCulture);
}
