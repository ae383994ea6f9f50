namespace WaSaas.Application.Catalogue.Search;

/// <summary>Finds the terms of a vocabulary that a misspelt word may stand for.</summary>
internal sealed class Spelling
{
    private const int MinLength = 4;
    private const int LongWord = 8;
    private const double MinOverlap = 0.3;

    private readonly Dictionary<string, List<string>> _byTrigram = new(StringComparer.Ordinal);

    public Spelling(IEnumerable<string> vocabulary)
    {
        foreach (var term in vocabulary.Where(term => term.Length >= MinLength && !char.IsDigit(term[0])))
        {
            foreach (var trigram in Trigrams(term))
            {
                (_byTrigram.TryGetValue(trigram, out var terms) ? terms : _byTrigram[trigram] = []).Add(term);
            }
        }
    }

    /// <summary>Closest first, at most three.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (word.Length < MinLength || char.IsDigit(word[0]))
        {
            return [];
        }

        // People rarely miss the first letter: two slips are allowed only behind a right one.
        var allowed = word.Length >= LongWord ? 2 : 1;
        return
        [
            .. Candidates(word)
                .Select(term => (term, distance: IsBeginningOf(word, term) ? 1 : Distance(word, term, allowed)))
                .Where(found => found.distance <= (found.term[0] == word[0] ? allowed : 1))
                .OrderBy(found => found.distance)
                .ThenBy(found => found.term, StringComparer.Ordinal)
                .Take(3)
                .Select(found => found.term),
        ];
    }

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    // A word broken off ("bracel") is a beginning of at least five letters and not much shorter than the term.
    private static bool IsBeginningOf(string word, string term) =>
        word.Length >= 5 && term.Length - word.Length <= 3 && term.StartsWith(word, StringComparison.Ordinal);

    private IEnumerable<string> Candidates(string word)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var trigrams = Trigrams(word).ToArray();
        foreach (var term in trigrams.Where(_byTrigram.ContainsKey).SelectMany(trigram => _byTrigram[trigram]))
        {
            shared[term] = shared.GetValueOrDefault(term) + 1;
        }

        return shared
            .Where(pair => 2.0 * pair.Value / (trigrams.Length + pair.Key.Length) >= MinOverlap)
            .Select(pair => pair.Key);
    }

    private static IEnumerable<string> Trigrams(string term)
    {
        var padded = $"^{term}$";
        return Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3)).Distinct(StringComparer.Ordinal);
    }
}
