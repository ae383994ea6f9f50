namespace WaSaas.Application.Speech;

/// <summary>Whole numbers in French words, in the traditional spelling.</summary>
internal static class FrenchNumbers
{
    private static readonly string[] Small =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
        "dix-sept", "dix-huit", "dix-neuf",
    ];

    private static readonly string[] Tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

    private static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000_000_000, "billiard"), (1_000_000_000_000, "billion"), (1_000_000_000, "milliard"), (1_000_000, "million")];

    public static string Say(long value, bool feminine)
    {
        var parts = new List<string>();
        foreach (var (scale, name) in Scales)
        {
            if (value / scale is > 0 and var count)
            {
                parts.Add($"{Say(count, feminine: false)} {name}{(count > 1 ? "s" : "")}");
                value %= scale;
            }
        }

        if (value / 1_000 is > 0 and var thousands)
        {
            // "Mille" is a number, not a noun: nothing before it takes an s, and one of it is not counted.
            parts.Add(thousands == 1 ? "mille" : $"{BelowThousand(thousands, feminine: false, last: false)} mille");
            value %= 1_000;
        }

        if (value > 0 || parts.Count == 0)
        {
            parts.Add(BelowThousand(value, feminine, last: true));
        }

        return string.Join(' ', parts);
    }

    public static string Ordinal(int value, bool feminine)
    {
        if (value == 1)
        {
            return feminine ? "première" : "premier";
        }

        var cardinal = Say(value, feminine: false);
        var stem = cardinal.EndsWith("cinq", StringComparison.Ordinal) ? cardinal + "u"
            : cardinal.EndsWith("neuf", StringComparison.Ordinal) ? cardinal[..^1] + "v"
            : cardinal.EndsWith("vingts", StringComparison.Ordinal) || cardinal.EndsWith("cents", StringComparison.Ordinal) ? cardinal[..^1]
            : cardinal.TrimEnd('e');
        return stem + "ième";
    }

    private static string BelowThousand(long value, bool feminine, bool last)
    {
        var (hundreds, rest) = (value / 100, value % 100);
        if (hundreds == 0)
        {
            return BelowHundred(rest, feminine, last);
        }

        var hundred = hundreds == 1 ? "cent" : $"{Small[hundreds]} cent{(rest == 0 && last ? "s" : "")}";
        return rest == 0 ? hundred : $"{hundred} {BelowHundred(rest, feminine, last)}";
    }

    private static string BelowHundred(long value, bool feminine, bool last)
    {
        if (value < 20)
        {
            return value == 1 && feminine ? "une" : Small[value];
        }

        var (ten, unit) = (value / 10, value % 10);
        if (ten is 7 or 9)
        {
            return ten == 7 && unit == 1 ? "soixante et onze" : $"{Tens[ten]}-{Small[10 + unit]}";
        }

        return (ten, unit) switch
        {
            (8, 0) => last ? "quatre-vingts" : "quatre-vingt",
            (_, 0) => Tens[ten],
            (8, 1) => feminine ? "quatre-vingt-une" : "quatre-vingt-un",
            (_, 1) => $"{Tens[ten]} et {(feminine ? "une" : "un")}",
            _ => $"{Tens[ten]}-{Small[unit]}",
        };
    }
}
