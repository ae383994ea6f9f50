namespace WaSaas.Application.Catalogue.Search;

/// <summary>Counts the terms of all products, then lays their postings out in one array, term by term.</summary>
internal sealed class IndexBuilder(IReadOnlyList<CatalogueItem> items)
{
    private const float K1 = 1.2f;
    private const float B = 0.4f;
    private const float TitleWeight = 3;
    private const float CategoryWeight = 1.5f;
    private const float DescriptionWeight = 0.6f;

    private readonly float[] _lengths = new float[items.Count];
    private readonly Dictionary<string, List<Occurrence>> _occurrences = new(StringComparer.Ordinal);

    public static float Rarity(int products, int containing) => MathF.Log(1 + ((products - containing + 0.5f) / (containing + 0.5f)));

    public (Posting[] Postings, Dictionary<string, PostingList> Lists) Build()
    {
        for (var i = 0; i < items.Count; i++)
        {
            Count(i, items[i]);
        }

        var postings = new Posting[_occurrences.Values.Sum(list => list.Count)];
        var lists = new Dictionary<string, PostingList>(_occurrences.Count, StringComparer.Ordinal);
        var meanLength = items.Count == 0 ? 1 : _lengths.Average();
        var next = 0;
        foreach (var (term, occurrences) in _occurrences)
        {
            lists[term] = new PostingList(next, occurrences.Count);
            var rarity = Rarity(items.Count, occurrences.Count);
            foreach (var (document, weight, inTitle) in occurrences)
            {
                var norm = K1 * (1 - B + (B * _lengths[document] / meanLength));
                postings[next++] = new Posting(document, inTitle, rarity * weight * (K1 + 1) / (weight + norm));
            }
        }

        return (postings, lists);
    }

    private void Count(int document, CatalogueItem item)
    {
        var weights = new Dictionary<string, (float Weight, bool InTitle)>(StringComparer.Ordinal);
        Read(item.Name, TitleWeight, inTitle: true);
        Read(string.Join(' ', item.Aliases), TitleWeight, inTitle: true);
        Read(item.Category, CategoryWeight, inTitle: false);
        Read(item.Description, DescriptionWeight, inTitle: false);
        foreach (var (term, (weight, inTitle)) in weights)
        {
            (_occurrences.TryGetValue(term, out var list) ? list : _occurrences[term] = []).Add(new Occurrence(document, weight, inTitle));
        }

        void Read(string? text, float weight, bool inTitle)
        {
            foreach (var term in Terms.Of(text ?? ""))
            {
                var (sum, title) = weights.GetValueOrDefault(term);
                weights[term] = (sum + weight, title || inTitle);
                _lengths[document] += weight;
            }
        }
    }

    private readonly record struct Occurrence(int Document, float Weight, bool InTitle);
}
