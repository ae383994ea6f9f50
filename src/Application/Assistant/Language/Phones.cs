namespace WaSaas.Application.Assistant.Language;

/// <summary>Telephone numbers in a text, as digits with the leading plus if one was written.</summary>
public static class Phones
{
    public static IReadOnlyList<string> In(string text) => [.. PhoneSpans.In(text).Select(span => span.Digits)];
}

internal readonly record struct PhoneSpan(int Start, int End, string Digits);

/// <summary>Where telephone numbers are written. Amounts in groups of three are none, nor are two amounts in a row.</summary>
internal static class PhoneSpans
{
    private const int Least = 8;
    private const int Most = 15;

    public static List<PhoneSpan> In(string text)
    {
        var spans = new List<PhoneSpan>();
        for (var at = 0; at < text.Length;)
        {
            if (!Begins(text, at))
            {
                at++;
                continue;
            }

            var (groups, end) = Groups(text, at);
            if (IsPhone(text, at, groups, end))
            {
                spans.Add(new PhoneSpan(at, end, (text[at] == '+' ? "+" : "") + string.Concat(groups)));
            }

            at = end;
        }

        return spans;
    }

    private static bool Begins(string text, int at) =>
        (char.IsAsciiDigit(text[at]) || (text[at] == '+' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) && (at == 0 || !char.IsLetter(text[at - 1]));

    // The groups of digits up to the first that is followed by something else than one separator and a digit.
    private static (List<string> Groups, int End) Groups(string text, int at)
    {
        var groups = new List<string>();
        at += text[at] == '+' ? 1 : 0;
        while (true)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            groups.Add(text[start..at]);
            if (at + 1 >= text.Length || !IsSeparator(text[at]) || !char.IsAsciiDigit(text[at + 1]))
            {
                return (groups, at);
            }

            at++;
        }
    }

    private static bool IsSeparator(char c) => c is ' ' or '.' or '-' or '/' or '\u00a0' or '\u202f';

    private static bool IsPhone(string text, int at, List<string> groups, int end)
    {
        var digits = groups.Sum(group => group.Length);
        return digits is >= Least and <= Most
            && (text[at] == '+' || groups[0].StartsWith("00", StringComparison.Ordinal) || IsShaped(groups))
            && !IsPriced(text, end);
    }

    private static bool IsShaped(List<string> groups) => groups.Count switch
    {
        1 => true,
        2 => groups.TrueForAll(group => group.Length >= 4) && groups.Exists(group => !group.EndsWith("00", StringComparison.Ordinal)),
        3 => groups[0].Length >= 3 && groups[2].Length == 4 && groups[1].Length <= 4,
        _ => groups[^1].Length == 2 && groups[^2].Length == 2 && groups.TrueForAll(group => group.Length <= 3),
    };

    private static bool IsPriced(string text, int end)
    {
        var rest = TextTokens.Of(text[end..Math.Min(end + 6, text.Length)]);
        return rest.Count > 0 && FigureWords.IsCurrency(rest[0]);
    }
}
