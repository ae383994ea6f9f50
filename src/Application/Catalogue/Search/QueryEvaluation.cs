using System.Numerics;

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
            left = [.. left.Where((_, i) => !hits[0].Matches(i))];
        }

        var kind = items.Count == 0 ? MatchKind.None : allExact && left.Count == 0 ? MatchKind.Exact : MatchKind.Fuzzy;
        return new CatalogueMatches(kind, [.. items.Distinct().Take(limit)], ambiguous);
    }

    private List<Hit> Best(List<string> terms, bool titlesOnly)
    {
        var hits = new Dictionary<int, Hit>();
        var known = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            known += Collect(terms[i], i, hits) ? 1 : 0;
        }

        var best = Fitting(hits.Values, known, titlesOnly)
            .OrderByDescending(hit => hit.Coverage)
            .ThenByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Document)
            .ToList();

        // Only what fits the same words stands beside the best: "the bag and the case" are two wishes, not one.
        return [.. best.Where(hit => hit.Matched == best[0].Matched)];
    }

    // Words outside the title count when they are the customer's own and all there; their synonyms only when nothing else fits.
    private static Hit[] Fitting(IReadOnlyCollection<Hit> hits, int known, bool titlesOnly)
    {
        Hit[] own = [.. hits.Where(hit => hit.InTitle || (!titlesOnly && hit.Direct && hit.MatchedCount == known))];
        return own.Length > 0 || titlesOnly ? own : [.. hits.Where(hit => hit.Exact && hit.MatchedCount == known)];
    }

    /// <returns>Whether any product holds the term.</returns>
    private bool Collect(string term, int position, Dictionary<int, Hit> hits)
    {
        var variants = Variants(term).ToArray();
        var weight = variants.Select(variant => index.Rarity(variant.Term)).DefaultIfEmpty().Max();
        foreach (var (variant, factor) in variants)
        {
            foreach (var (document, inTitle, score) in index.Hits(variant))
            {
                var hit = hits.TryGetValue(document, out var earlier) ? earlier : hits[document] = new Hit(document);
                hit.Add(position, weight, score * factor, inTitle, factor);
            }
        }

        return variants.Length > 0;
    }

    private IEnumerable<(string Term, double Factor)> Variants(string term)
    {
        var known = Synonyms.Of(term).Where(index.Knows).Select(other => (other, SynonymFactor));
        known = index.Knows(term) ? known.Prepend((term, 1.0)) : known;
        var found = known.ToArray();
        return found.Length > 0 ? found : index.Spelling.Near(term).Select(near => (near, TypoFactor));
    }

    /// <summary>One product so far. Terms are bits: a common word hits every product of the shop.</summary>
    private sealed class Hit(int document)
    {
        public int Document { get; } = document;

        public uint Matched { get; private set; }

        public int MatchedCount => BitOperations.PopCount(Matched);

        /// <summary>Weight of the query's words that this product holds.</summary>
        public double Coverage { get; private set; }

        public double Score { get; private set; }

        public bool InTitle { get; private set; }

        public bool Exact { get; private set; } = true;

        /// <summary>Only the customer's own words, no synonyms.</summary>
        public bool Direct { get; private set; } = true;

        public bool Matches(int position) => (Matched & (1u << position)) != 0;

        public void Add(int position, double weight, double score, bool inTitle, double factor)
        {
            if (!Matches(position))
            {
                Matched |= 1u << position;
                Coverage += weight;
                Exact &= factor > TypoFactor;
                Direct &= factor > SynonymFactor;
            }

            Score += score;
            InTitle |= inTitle;
        }
    }
}
