namespace WaSaas.Application.Catalogue.Search;

/// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
internal static class SpellingDistance
{
    /// <returns>The distance; words whose lengths differ by more than the limit are just over it.</returns>
    public static int Of(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        // A query has at most 500 signs, and the other word is about as long.
        var width = right.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            Fill(left, right, i, before, previous, current);
            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[right.Length];
    }

    private static void Fill(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int i, ReadOnlySpan<int> before, ReadOnlySpan<int> previous, Span<int> current)
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
    }
}
