namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// Answers one query. A burst may name several products: the best fit takes its words, what is left is looked up again.
/// Only titles may open such a further group, so that chatter finds nothing.
/// </summary>
internal sealed class QueryEvaluation(CatalogueIndex index)
{
    private const int MaxGroups = 3;
    private const float SynonymFactor = 0.7f;
    private const float TypoFactor = 0.6f;

    public CatalogueMatches Evaluate(string query, int limit)
    {
        var left = Terms.Asked(query);
        var (found, ambiguous, allExact) = (new List<int>(), false, true);
        for (var group = 0; group < MaxGroups && left.Count > 0; group++)
        {
            if (Best(left, titlesOnly: group > 0, limit, found) is not { } best)
            {
                break;
            }

            ambiguous |= best.Count > 1;
            allExact &= best.Exact;
            left = [.. left.Where((_, i) => (best.Matched & (1u << i)) == 0)];
        }

        var kind = found.Count == 0 ? MatchKind.None : allExact && left.Count == 0 ? MatchKind.Exact : MatchKind.Fuzzy;
        return new CatalogueMatches(kind, [.. found.Take(limit).Select(document => index[document])], ambiguous);
    }

    /// <param name="terms">The words that no product has taken yet.</param>
    /// <param name="titlesOnly">Words elsewhere do not count.</param>
    /// <param name="limit">How many are asked for.</param>
    /// <param name="found">Gets those that were not in it already, best first.</param>
    private Group? Best(IReadOnlyList<string> terms, bool titlesOnly, int limit, List<int> found)
    {
        var sheet = index.Borrow();
        var known = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            known += Collect(terms[i], i, sheet) ? 1 : 0;
        }

        var group = new GroupChoice(sheet, known, titlesOnly).Choose(limit, found);
        index.Return(sheet);
        return group;
    }

    /// <returns>Whether any product holds the term.</returns>
    private bool Collect(string term, int position, ScoreSheet sheet)
    {
        var variants = Variants(term);
        var weight = variants.Select(variant => index.Rarity(variant.Term)).DefaultIfEmpty().Max();
        foreach (var (variant, factor, fit) in variants)
        {
            sheet.Add(position, weight, factor, fit, index.Hits(variant));
        }

        return variants.Count > 0;
    }

    private List<(string Term, float Factor, TermFit Fit)> Variants(string term)
    {
        var found = new List<(string, float, TermFit)>();
        if (index.Knows(term))
        {
            found.Add((term, 1, TermFit.Own));
        }

        found.AddRange(Synonyms.Of(term).Where(index.Knows).Select(other => (other, SynonymFactor, TermFit.Synonym)));
        if (found.Count == 0)
        {
            found.AddRange(index.Spelling.Near(term).Select(near => (near, TypoFactor, TermFit.Typo)));
        }

        return found;
    }
}
