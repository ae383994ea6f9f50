using System.Collections.Frozen;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// Long enough, and not what a guesser tries first. No rules about signs and digits: they make people add "1!". A password
/// is guessable when nothing but common words, the shop's or person's own names, keyboard runs, repeats and digits is in it;
/// that covers the usual lists (a word, a year, an exclamation mark) without holding all of their combinations.
/// </summary>
public static class PasswordPolicy
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    /// <summary>Fewer letters than this beside the known words do not make a secret.</summary>
    private const int LettersOfItsOwn = 5;

    private static readonly FrozenSet<string> Common = Load();
    private static readonly int LongestCommon = Common.Max(w => w.Length);

    /// <param name="password">As typed.</param>
    /// <param name="own">What others know: address, shop name.</param>
    public static Result Check(string password, params ReadOnlySpan<string> own)
    {
        if (password.Length is < MinLength or > MaxLength)
        {
            return AccountErrors.PasswordLength;
        }

        return IsGuessable(password, own) ? AccountErrors.PasswordGuessable : Result.Ok;
    }

    private static bool IsGuessable(string password, ReadOnlySpan<string> own)
    {
        if (password.ToLowerInvariant().Distinct().Count() < 5)
        {
            return true;
        }

        var known = new HashSet<string>(Common, StringComparer.Ordinal) { "wasaas" };
        foreach (var text in own)
        {
            known.UnionWith(TextFold.Fold(text).Split(' ').Where(w => w.Length >= 3));
        }

        var longest = Math.Max(LongestCommon, known.Max(w => w.Length));
        return Remaining(Letters(password), known, longest) < LettersOfItsOwn;
    }

    /// <summary>Letters only, without accents, and the usual replacements undone: p@ssw0rd is password.</summary>
    private static string Letters(string password)
    {
        var plain = password.Select((c, i) => Undo(c, i > 0 && char.IsLetter(password[i - 1]) && i + 1 < password.Length && char.IsLetter(password[i + 1])));
        return new string([.. TextFold.Fold(new string([.. plain])).Where(char.IsAsciiLetter)]);
    }

    private static char Undo(char c, bool insideWord) => c switch
    {
        '@' => 'a',
        '$' => 's',
        '0' when insideWord => 'o',
        '1' when insideWord => 'i',
        '3' when insideWord => 'e',
        '4' when insideWord => 'a',
        '5' when insideWord => 's',
        '7' when insideWord => 't',
        _ => c,
    };

    /// <summary>The fewest letters that are left when known words are taken out, whichever way they are cut.</summary>
    private static int Remaining(string letters, HashSet<string> known, int longest)
    {
        var left = new int[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            var repeats = end > 1 && letters[end - 1] == letters[end - 2];
            left[end] = left[end - 1] + (repeats ? 0 : 1);
            for (var start = Math.Max(0, end - longest); start <= end - 3; start++)
            {
                if (left[start] < left[end] && known.Contains(letters[start..end]))
                {
                    left[end] = left[start];
                }
            }
        }

        return left[^1];
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordPolicy).Assembly.GetManifestResourceStream("WaSaas.Application.Accounts.CommonPasswordWords.txt")!;
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] != '#');
        return words.Select(TextFold.Fold).ToFrozenSet(StringComparer.Ordinal);
    }
}
