namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// Answers one query. A burst may name several products: the best fit takes its words, what is left is looked up again.
/// Only titles may open such a further group, so that chatter finds nothing.
/// </summary>
internal sealed class QueryEvaluation(CatalogueIndex index)
{
    private const int MaxGroups = 3;
    private const double SynonymFactor = 0.7;
    private const double TypoFactor = 0.6;

    public CatalogueMatches Evaluate(string query, int limit)
    {
        var left = Terms.Asked(query).ToList();
        var (items, ambiguous, allExact) = (new List<CatalogueItem>(), false, true);
        for (var group = 0; group < MaxGroups && left.Count > 0; group++)
        {
            var hits = Best(left, titlesOnly: group > 0);
            if (hits.Count == 0)
            {
                break;
            }

            items.AddRange(hits.Select(hit => index[hit.Document]));
            ambiguous |= hits.Count > 1;
            allExact &= hits[0].Exact;
            left.RemoveAll(term => hits[0].Matched.Contains(term));
        }

        var kind = items.Count == 0 ? MatchKind.None : allExact && left.Count == 0 ? MatchKind.Exact : MatchKind.Fuzzy;
        return new CatalogueMatches(kind, [.. items.Distinct().Take(limit)], ambiguous);
    }

    private List<Hit> Best(List<string> terms, bool titlesOnly)
    {
        var hits = new Dictionary<int, Hit>();
        foreach (var term in terms)
        {
            Collect(term, hits);
        }

        var fitting = Fitting(hits.Values, terms.Count, titlesOnly);
        if (fitting.Length == 0)
        {
            return [];
        }

        var most = fitting.Max(hit => hit.Coverage);
        return [.. fitting.Where(hit => hit.Coverage >= most - 1e-9).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document)];
    }

    // Words outside the title count when they are the customer's own and all there; their synonyms only when nothing else fits.
    private static Hit[] Fitting(IReadOnlyCollection<Hit> hits, int terms, bool titlesOnly)
    {
        Hit[] own = [.. hits.Where(hit => hit.InTitle || (!titlesOnly && hit.Direct && hit.Matched.Count == terms))];
        return own.Length > 0 || titlesOnly ? own : [.. hits.Where(hit => hit.Exact && hit.Matched.Count == terms)];
    }

    private void Collect(string term, Dictionary<int, Hit> hits)
    {
        var variants = Variants(term).ToArray();
        var weight = variants.Select(variant => index.Rarity(variant.Term)).DefaultIfEmpty().Max();
        foreach (var (variant, factor) in variants)
        {
            foreach (var (document, inTitle, score) in index.Hits(variant))
            {
                var hit = hits.TryGetValue(document, out var known) ? known : hits[document] = new Hit(document);
                hit.Add(term, weight, score * factor, inTitle, factor);
            }
        }
    }

    private IEnumerable<(string Term, double Factor)> Variants(string term)
    {
        var known = Synonyms.Of(term).Where(index.Knows).Select(other => (other, SynonymFactor));
        known = index.Knows(term) ? known.Prepend((term, 1.0)) : known;
        var found = known.ToArray();
        return found.Length > 0 ? found : index.Spelling.Near(term).Select(near => (near, TypoFactor));
    }

    private sealed class Hit(int document)
    {
        public int Document { get; } = document;

        public HashSet<string> Matched { get; } = new(StringComparer.Ordinal);

        /// <summary>Weight of the query's words that this product holds.</summary>
        public double Coverage { get; private set; }

        public double Score { get; private set; }

        public bool InTitle { get; private set; }

        public bool Exact { get; private set; } = true;

        /// <summary>Only the customer's own words, no synonyms.</summary>
        public bool Direct { get; private set; } = true;

        public void Add(string term, double weight, double score, bool inTitle, double factor)
        {
            if (Matched.Add(term))
            {
                Coverage += weight;
                Exact &= factor > TypoFactor;
                Direct &= factor > SynonymFactor;
            }

            Score += score;
            InTitle |= inTitle;
        }
    }
}
