using System.Buffers;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// Finds the terms of a vocabulary that a misspelt word may stand for. Only terms that share enough trigrams are compared,
/// and they are counted by number: a large vocabulary costs no more than a few hundred additions.
/// </summary>
internal sealed class Spelling
{
    private const int MinLength = 4;
    private const int LongWord = 8;
    private const double MinOverlap = 0.3;
    private const int MaxNear = 3;

    private readonly string[] _terms;
    private readonly Dictionary<long, int[]> _byTrigram;

    public Spelling(IEnumerable<string> vocabulary)
    {
        _terms = [.. vocabulary.Where(IsWord)];
        _byTrigram = _terms
            .SelectMany((term, number) => Trigrams(term).Select(trigram => (trigram, number)))
            .GroupBy(pair => pair.trigram, pair => pair.number)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Closest first, at most three.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (!IsWord(word))
        {
            return [];
        }

        // People rarely miss the first letter: two slips are allowed only behind a right one.
        var allowed = word.Length >= LongWord ? 2 : 1;
        return
        [
            .. Candidates(word)
                .Select(term => (term, distance: IsBeginningOf(word, term) ? 1 : SpellingDistance.Of(word, term, allowed)))
                .Where(found => found.distance <= (found.term[0] == word[0] ? allowed : 1))
                .OrderBy(found => found.distance)
                .ThenBy(found => found.term, StringComparer.Ordinal)
                .Take(MaxNear)
                .Select(found => found.term),
        ];
    }

    private static bool IsWord(string term) => term.Length >= MinLength && !char.IsDigit(term[0]);

    // A word broken off ("bracel") is a beginning of at least five letters and not much shorter than the term.
    private static bool IsBeginningOf(string word, string term) =>
        word.Length >= 5 && term.Length - word.Length <= 3 && term.StartsWith(word, StringComparison.Ordinal);

    private List<string> Candidates(string word)
    {
        var trigrams = Trigrams(word);
        var shared = ArrayPool<byte>.Shared.Rent(_terms.Length);
        Array.Clear(shared, 0, _terms.Length);
        var found = new List<string>();
        foreach (var trigram in trigrams)
        {
            foreach (var number in _byTrigram.GetValueOrDefault(trigram, []))
            {
                // Taken at the moment it has enough; further trigrams in common change nothing.
                var least = (int)Math.Ceiling(MinOverlap * (trigrams.Length + _terms[number].Length) / 2);
                if (shared[number] < byte.MaxValue && ++shared[number] == least)
                {
                    found.Add(_terms[number]);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(shared);
        return found;
    }

    /// <summary>Three letters each, packed into one number; begin and end count as letters.</summary>
    private static long[] Trigrams(string term)
    {
        var padded = $"^{term}$";
        var trigrams = new long[padded.Length - 2];
        for (var i = 0; i < trigrams.Length; i++)
        {
            trigrams[i] = ((long)padded[i] << 32) | ((long)padded[i + 1] << 16) | padded[i + 2];
        }

        return [.. trigrams.Distinct()];
    }
}
