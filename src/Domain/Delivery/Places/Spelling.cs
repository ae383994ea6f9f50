using System.Text;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>How near two folded names are in writing and in sound.</summary>
internal static class Spelling
{
    /// <summary>Edits (insert, delete, replace, swap neighbours) that are forgiven in a name of this length.</summary>
    public static int Forgiven(int length) => length switch { < 4 => 0, <= 6 => 1, _ => 2 };

    /// <summary>Damerau-Levenshtein distance in its optimal string alignment form.</summary>
    public static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    /// <summary>West African spellings of one sound: kp and gb, y and i, silent h, doubled letters, c and q for k.</summary>
    public static string Sound(string key)
    {
        var text = key.Replace("kp", "p", StringComparison.Ordinal).Replace("gb", "b", StringComparison.Ordinal)
            .Replace("ph", "f", StringComparison.Ordinal).Replace("ch", "S", StringComparison.Ordinal)
            .Replace("h", "", StringComparison.Ordinal).Replace('y', 'i').Replace('c', 'k').Replace('q', 'k');
        var sound = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (sound.Length == 0 || sound[^1] != c || char.IsDigit(c))
            {
                sound.Append(c);
            }
        }

        return sound.ToString();
    }

    /// <summary>They must agree: Zone 4 is not a misspelt Zone 3.</summary>
    public static string Digits(string key) => key.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(key.Where(char.IsDigit)) : "";

    /// <summary>Nearness of something written to a name in per mille; null when they are too far apart to ask about.</summary>
    public static int? Nearness(PlaceName name, PlaceName written)
    {
        var key = written.Key;
        if (name.Sound == written.Sound || name.Core == key)
        {
            return name.Digits == written.Digits ? 950 : null;
        }

        var (length, forgiven) = (Math.Max(name.Key.Length, key.Length), Forgiven(Math.Min(name.Key.Length, key.Length)));
        if (!name.IsWithin(forgiven, written) || name.Digits != written.Digits)
        {
            return null;
        }

        var edits = Distance(name.Key, key);
        return edits <= forgiven ? 1_000 - (1_000 * edits / length) : null;
    }
}
