namespace WaSaas.Application.Catalogue.Search;

/// <summary>Products that fit the same words of a question.</summary>
/// <param name="Matched">Those words, as bits.</param>
/// <param name="Exact">The best of them fits without a guess at the spelling.</param>
/// <param name="Count">How many products.</param>
internal readonly record struct Group(uint Matched, bool Exact, int Count);

/// <summary>Picks the group that fits a question best. Two passes over the sheet and no sorting: it may hold the whole shop.</summary>
internal readonly ref struct GroupChoice(ScoreSheet sheet, int known, bool titlesOnly)
{
    private readonly ScoreSheet _sheet = sheet;
    private readonly int _known = known;
    private readonly bool _titlesOnly = titlesOnly;

    /// <param name="limit">How many are asked for.</param>
    /// <param name="found">Gets the best of the group that were not in it already.</param>
    public Group? Choose(int limit, List<int> found)
    {
        // Synonyms outside the title count only when nothing else fits.
        var (best, loosely) = (BestFit(loosely: false), false);
        if (best < 0 && !_titlesOnly)
        {
            (best, loosely) = (BestFit(loosely: true), true);
        }

        if (best < 0)
        {
            return null;
        }

        ref readonly var first = ref _sheet[best];
        return new Group(first.Matched, first.Worst != TermFit.Typo, Gather(first.Matched, loosely, limit, found));
    }

    private int BestFit(bool loosely)
    {
        var best = -1;
        foreach (var document in _sheet.Touched)
        {
            if (Fits(_sheet[document], loosely) && (best < 0 || GoesBefore(document, best)))
            {
                best = document;
            }
        }

        return best;
    }

    // Only what fits the same words stands beside the best: "the bag and the case" are two wishes, not one.
    private int Gather(uint matched, bool loosely, int limit, List<int> found)
    {
        var (count, start) = (0, found.Count);
        foreach (var document in _sheet.Touched)
        {
            ref readonly var score = ref _sheet[document];
            if (score.Matched == matched && Fits(score, loosely))
            {
                count++;
                Insert(document, start, limit, found);
            }
        }

        return count;
    }

    private void Insert(int document, int start, int limit, List<int> found)
    {
        var place = found.Count;
        while (place > start && GoesBefore(document, found[place - 1]))
        {
            place--;
        }

        if (place - start >= limit || found.IndexOf(document, 0, start) >= 0)
        {
            return;
        }

        found.Insert(place, document);
        if (found.Count - start > limit)
        {
            found.RemoveAt(found.Count - 1);
        }
    }

    private bool Fits(in Score score, bool loosely) => score.InTitle
        || (!_titlesOnly && score.MatchedCount == _known && (loosely ? score.Worst != TermFit.Typo : score.Worst == TermFit.Own));

    private bool GoesBefore(int document, int other)
    {
        ref readonly var mine = ref _sheet[document];
        ref readonly var theirs = ref _sheet[other];
        return mine.IsBetterThan(theirs) || (!theirs.IsBetterThan(mine) && document < other);
    }
}
