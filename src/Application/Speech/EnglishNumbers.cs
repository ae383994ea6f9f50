namespace WaSaas.Application.Speech;

/// <summary>Whole numbers in English words, with "and" as it is said in West Africa and Britain.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth", ["nine"] = "ninth", ["twelve"] = "twelfth",
    };

    public static string Say(long value)
    {
        var parts = new List<string>();
        foreach (var (scale, name) in Scales)
        {
            if (value / scale is > 0 and var count)
            {
                parts.Add($"{Say(count)} {name}");
                value %= scale;
            }
        }

        if (value > 0 || parts.Count == 0)
        {
            var rest = BelowThousand(value);
            parts.Add(parts.Count > 0 && value < 100 ? $"and {rest}" : rest);
        }

        return string.Join(' ', parts);
    }

    public static string Ordinal(int value)
    {
        var cardinal = Say(value);
        var at = cardinal.LastIndexOfAny([' ', '-']) + 1;
        var last = cardinal[at..];
        var ordinal = Irregular.GetValueOrDefault(last) ?? (last.EndsWith('y') ? $"{last[..^1]}ieth" : $"{last}th");
        return cardinal[..at] + ordinal;
    }

    private static string BelowThousand(long value)
    {
        var (hundreds, rest) = (value / 100, value % 100);
        return hundreds == 0 ? BelowHundred(rest)
            : rest == 0 ? $"{Small[hundreds]} hundred"
            : $"{Small[hundreds]} hundred and {BelowHundred(rest)}";
    }

    private static string BelowHundred(long value) =>
        value < 20 ? Small[value] : value % 10 == 0 ? Tens[value / 10] : $"{Tens[value / 10]}-{Small[value % 10]}";
}
