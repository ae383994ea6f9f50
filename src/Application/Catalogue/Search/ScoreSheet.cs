using System.Numerics;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// What one question found so far, by product. A common word hits every product of the shop, so the sheet is an array that is
/// used again and again, and only the lines that were written are wiped.
/// </summary>
internal sealed class ScoreSheet(int products)
{
    private readonly Score[] _scores = new Score[products];
    private readonly int[] _touched = new int[products];
    private int _count;

    /// <summary>Products that hold any of the words.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    public ref readonly Score this[int document] => ref _scores[document];

    /// <param name="position">Which of the question's words; words are bits.</param>
    /// <param name="weight">How much the word tells.</param>
    /// <param name="factor">Less than 1 for what is not the customer's own word.</param>
    /// <param name="fit">How near it is to the customer's own word.</param>
    /// <param name="hits">The products that hold it.</param>
    public void Add(int position, float weight, float factor, TermFit fit, ReadOnlySpan<Posting> hits)
    {
        var bit = 1u << position;
        foreach (ref readonly var hit in hits)
        {
            ref var score = ref _scores[hit.Document];
            if (score.Matched == 0)
            {
                _touched[_count++] = hit.Document;
            }

            if ((score.Matched & bit) == 0)
            {
                score.Matched |= bit;
                score.Coverage += weight;
                score.Worst = fit > score.Worst ? fit : score.Worst;
            }

            score.Sum += hit.Score * factor;
            score.InTitle |= hit.InTitle;
        }
    }

    public void Wipe()
    {
        foreach (var document in Touched)
        {
            _scores[document] = default;
        }

        _count = 0;
    }
}

/// <summary>How a word of the question was found, best first.</summary>
internal enum TermFit : byte
{
    Own = 0,
    Synonym = 1,
    Typo = 2,
}

internal struct Score
{
    public uint Matched;

    /// <summary>Weight of the question's words that this product holds.</summary>
    public float Coverage;

    public float Sum;

    public bool InTitle;

    /// <summary>The least good of its words.</summary>
    public TermFit Worst;

    public readonly int MatchedCount => BitOperations.PopCount(Matched);

    public readonly bool IsBetterThan(in Score other) => Coverage > other.Coverage || (Coverage == other.Coverage && Sum > other.Sum);
}
