using System.Globalization;

namespace WaSaas.Application.Assistant.Language;

/// <summary>One number in digits: 15000, 15 000, 15.000, 41,000, 24,90, 1 234,50.</summary>
internal static class Figure
{
    private const int GroupLength = 3;
    private const int MostDigits = 15;

    /// <summary>Where the figure at <paramref name="at"/> ends, and what it is worth; longer ones than any price are worth nothing.</summary>
    public static int End(string text, int at, out decimal value)
    {
        var end = Digits(text, at);
        var whole = text[at..end];
        if (whole.Length <= GroupLength && Separator(text, end) is { } separator)
        {
            while (IsGroup(text, end, separator))
            {
                whole += text.Substring(end + 1, GroupLength);
                end += GroupLength + 1;
            }
        }

        var decimals = Decimals(text, end);
        value = whole.Length > MostDigits ? 0 : decimal.Parse($"{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return decimals.Length > 0 ? end + 1 + decimals.Length : end;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static char? Separator(string text, int at) =>
        at < text.Length && text[at] is ' ' or '\u00a0' or '\u202f' or '.' or ',' && IsGroup(text, at, text[at]) ? text[at] : null;

    private static bool IsGroup(string text, int at, char separator) =>
        at < text.Length && text[at] == separator && Digits(text, at + 1) == at + 1 + GroupLength;

    private static string Decimals(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('.' or ','))
        {
            return "";
        }

        var end = Digits(text, at + 1);
        return end - at - 1 is 1 or 2 ? text[(at + 1)..end] : "";
    }
}
