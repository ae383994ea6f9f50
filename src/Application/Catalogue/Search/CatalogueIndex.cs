using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>An inverted index over what one shop sells: BM25 with weights per field, built once and then only read.</summary>
internal sealed class CatalogueIndex
{
    private const double K1 = 1.2;
    private const double B = 0.4;
    private const double TitleWeight = 3;
    private const double CategoryWeight = 1.5;
    private const double DescriptionWeight = 0.6;

    private readonly CatalogueItem[] _items;
    private readonly double[] _lengths;
    private readonly double _meanLength;
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogueItem> _bySku;
    private readonly Lazy<CatalogueItem[]> _shelf;

    public CatalogueIndex(IReadOnlyList<CatalogueItem> items)
    {
        _items = [.. items];
        _lengths = new double[_items.Length];
        _bySku = _items.ToDictionary(item => item.Sku, StringComparer.OrdinalIgnoreCase);
        _shelf = new(() => [.. _items.OrderByDescending(item => item.IsAvailable).ThenBy(item => item.Name, StringComparer.InvariantCultureIgnoreCase)]);
        for (var i = 0; i < _items.Length; i++)
        {
            Add(i, _items[i]);
        }

        _meanLength = _lengths.Length == 0 ? 1 : _lengths.Average();
        Spelling = new Spelling(_postings.Where(pair => pair.Value.Exists(p => p.InTitle)).Select(pair => pair.Key));
    }

    public int Count => _items.Length;

    public Spelling Spelling { get; }

    public CatalogueItem this[int document] => _items[document];

    public CatalogueItem? Find(string sku) => _bySku.GetValueOrDefault(sku.Trim());

    /// <summary>What is available first, then by name.</summary>
    public IReadOnlyList<CatalogueItem> Shelf => _shelf.Value;

    /// <summary>Available and cheaper than this product: of its own category first, the dearest first.</summary>
    public IEnumerable<CatalogueItem> Cheaper(ProductId id) => Array.Find(_items, item => item.Id == id) is { } than
        ? _items.Where(item => item.IsAvailable && item.Price < than.Price)
            .OrderByDescending(item => item.Category is not null && item.Category == than.Category)
            .ThenByDescending(item => item.Price)
            .ThenBy(item => item.Sku, StringComparer.Ordinal)
        : [];

    public bool Knows(string term) => _postings.ContainsKey(term);

    /// <summary>Rare terms weigh more.</summary>
    public double Rarity(string term)
    {
        var containing = _postings.TryGetValue(term, out var list) ? list.Count : 0;
        return Math.Log(1 + ((_items.Length - containing + 0.5) / (containing + 0.5)));
    }

    /// <summary>The products that hold a term, each with what the term adds to their score.</summary>
    public IEnumerable<(int Document, bool InTitle, double Score)> Hits(string term)
    {
        if (!_postings.TryGetValue(term, out var list))
        {
            yield break;
        }

        var rarity = Rarity(term);
        foreach (var posting in list)
        {
            var norm = K1 * (1 - B + (B * _lengths[posting.Document] / _meanLength));
            yield return (posting.Document, posting.InTitle, rarity * posting.Weight * (K1 + 1) / (posting.Weight + norm));
        }
    }

    private void Add(int document, CatalogueItem item)
    {
        var weights = new Dictionary<string, (double Weight, bool InTitle)>(StringComparer.Ordinal);
        Count(item.Name, TitleWeight, inTitle: true);
        Count(string.Join(' ', item.Aliases), TitleWeight, inTitle: true);
        Count(item.Category, CategoryWeight, inTitle: false);
        Count(item.Description, DescriptionWeight, inTitle: false);
        foreach (var (term, (weight, inTitle)) in weights)
        {
            (_postings.TryGetValue(term, out var list) ? list : _postings[term] = []).Add(new Posting(document, weight, inTitle));
        }

        void Count(string? text, double weight, bool inTitle)
        {
            foreach (var term in Terms.Of(text ?? ""))
            {
                var (sum, title) = weights.GetValueOrDefault(term);
                weights[term] = (sum + weight, title || inTitle);
                _lengths[document] += weight;
            }
        }
    }

    private readonly record struct Posting(int Document, double Weight, bool InTitle);
}
