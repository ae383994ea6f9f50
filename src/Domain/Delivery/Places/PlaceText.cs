using System.Globalization;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>A folded word; accented when it was written with signs that folding took away.</summary>
internal readonly record struct Word(string Text, bool Accented);

/// <summary>A stretch of a message that says one thing; asks when it ended in a question mark.</summary>
internal sealed record Clause(IReadOnlyList<Word> Words, bool Asks)
{
    /// <summary>Index of the last word of the last such phrase within words [0, end), or -1.</summary>
    public int LastPhrase(IEnumerable<string> phrases, int end)
    {
        var found = -1;
        foreach (var phrase in phrases.Select(p => p.Split(' ')))
        {
            for (var at = end - phrase.Length; at >= 0 && at + phrase.Length - 1 > found; at--)
            {
                if (IsAt(phrase, at))
                {
                    found = at + phrase.Length - 1;
                    break;
                }
            }
        }

        return found;
    }

    public bool IsAt(string[] phrase, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= Words.Count || Words[at + i].Text != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Cuts a message into clauses, so that "not in A, in B" denies A only.</summary>
internal static class PlaceText
{
    /// <summary>An address is short. What a longer text says further on could change its sense, so the caller is told of the cut.</summary>
    public const int MaxWords = 80;

    public static IReadOnlyList<Clause> Clauses(string text, out bool isCut)
    {
        var (clauses, left) = (new List<Clause>(), MaxWords);
        isCut = false;
        foreach (var (piece, asks) in Pieces(text))
        {
            var words = Words(piece);
            isCut |= words.Count > left;
            var kept = words.Take(left).ToList();
            left -= kept.Count;
            clauses.AddRange(AtTurns(kept).Select(part => new Clause(part, asks)));
        }

        return clauses;
    }

    private static IEnumerable<(string Text, bool Asks)> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Ends(text, i))
            {
                yield return (text[start..i], text[i] is '?' or '\u061F');
                start = i + 1;
            }
        }

        yield return (text[start..], false);
    }

    // A full stop within "St.Michel" or "8.5" ends nothing.
    private static bool Ends(string text, int i) => text[i] switch
    {
        ',' or ';' or '!' or '?' or '\u061F' or '\n' or '\r' or '(' or ')' or '\u2026' => true,
        '.' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]),
        _ => false,
    };

    private static List<Word> Words(string piece)
    {
        var (words, start) = (new List<Word>(), -1);
        for (var i = 0; i <= piece.Length; i++)
        {
            var inside = i < piece.Length && (char.IsLetterOrDigit(piece[i]) || IsMark(piece[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                Add(words, piece[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static void Add(List<Word> words, string written)
    {
        var folded = TextFold.Fold(written);
        if (folded.Length > 0)
        {
            words.Add(new Word(folded, written.Any(c => c > 127)));
        }
    }

    private static IEnumerable<List<Word>> AtTurns(List<Word> words)
    {
        var start = 0;
        for (var i = 1; i < words.Count; i++)
        {
            if (Turns(words, i))
            {
                yield return words[start..i];
                start = i;
            }
        }

        if (words.Count > start)
        {
            yield return words[start..];
        }
    }

    private static bool Turns(List<Word> words, int i)
    {
        var (before, word) = (words[i - 1].Text, words[i].Text);
        return PlaceWords.Turn.Contains(word)
            || (word is "et" or "and" && i + 1 < words.Count && words[i + 1].Text is "non" or "pas" or "not")
            || (before is not ("si" or "if" or "que" or "ne" or "quand") && Restarts(words, i));
    }

    private static bool Restarts(List<Word> words, int i) =>
        PlaceWords.Restart.Any(phrase => new Clause(words, false).IsAt(phrase.Split(' '), i));
}
