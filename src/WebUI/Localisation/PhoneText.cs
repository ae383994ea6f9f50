namespace WaSaas.WebUI.Localisation;

/// <summary>Phone numbers in groups of two after the country code; in lists with the middle hidden.</summary>
public static class PhoneText
{
    private const char NoBreak = '\u00a0';

    /// <summary>Codes of one and two digits (ITU-T E.164); all others have three.</summary>
    private static readonly HashSet<string> ShortCodes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
        "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    public static string Of(string e164, bool masked)
    {
        var digits = e164.TrimStart('+');
        if (digits.Length < 8 || !digits.All(char.IsAsciiDigit))
        {
            return e164;
        }

        var code = Enumerable.Range(1, 2).Select(length => digits[..length]).FirstOrDefault(ShortCodes.Contains) ?? digits[..3];
        var pairs = Pairs(digits[code.Length..]);
        for (var i = 1; masked && i < pairs.Count - 1; i++)
        {
            pairs[i] = new string('•', pairs[i].Length);
        }

        return $"+{code}{NoBreak}{string.Join(NoBreak, pairs)}";
    }

    /// <summary>From the end, so that an odd number starts with one digit: 6 12 34 56 78.</summary>
    private static List<string> Pairs(string national)
    {
        List<string> pairs = national.Length % 2 == 1 ? [national[..1]] : [];
        pairs.AddRange(national[pairs.Sum(p => p.Length)..].Chunk(2).Select(pair => new string(pair)));
        return pairs;
    }
}
