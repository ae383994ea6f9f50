namespace WaSaas.Domain.Common;

/// <summary>Phone numbers as people write and dictate them: the country's code, then pairs, which are kept on one line.</summary>
public static class PhoneNumbers
{
    private const char NoBreak = '\u00a0';
    private const int FewestDigits = 8;
    private const int LongCode = 3;

    /// <summary>Country codes of one and two digits (ITU-T E.164); all others have three.</summary>
    private static readonly HashSet<string> ShortCodes =
        [.. "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".Split(' ')];

    /// <summary>+228 90 12 34 56, or 90 12 34 56 as the country itself writes it; what is no number stays as it is.</summary>
    public static string Grouped(string written)
    {
        var digits = new string([.. written.Where(char.IsAsciiDigit)]);
        if (digits.Length < FewestDigits || written.Any(char.IsLetter))
        {
            return written;
        }

        return written.StartsWith('+') ? International(digits)
            : digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > FewestDigits + LongCode ? International(digits[2..])
            : string.Join(NoBreak, Pairs(digits));
    }

    /// <summary>The country's code at the beginning of an international number.</summary>
    public static string CodeOf(string digits) => Enumerable.Range(1, 2).Select(length => digits[..length]).FirstOrDefault(ShortCodes.Contains) ?? digits[..LongCode];

    /// <summary>From the end, so that an odd number starts with one digit: 6 12 34 56 78.</summary>
    public static IReadOnlyList<string> Pairs(string national)
    {
        var odd = national.Length % 2;
        return [.. odd == 1 ? [national[..1]] : Array.Empty<string>(), .. national[odd..].Chunk(2).Select(pair => new string(pair))];
    }

    private static string International(string digits) => $"+{CodeOf(digits)}{NoBreak}{string.Join(NoBreak, Pairs(digits[CodeOf(digits).Length..]))}";
}
