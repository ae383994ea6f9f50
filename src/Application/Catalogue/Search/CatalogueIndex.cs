using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>
/// An inverted index over what one shop sells: BM25 with weights per field, built once and then only read. What a term adds
/// to a product's score does not depend on the question, so it stands in the posting, and a question only adds up.
/// </summary>
internal sealed class CatalogueIndex
{
    private readonly CatalogueItem[] _items;
    private readonly Posting[] _postings;
    private readonly Dictionary<string, PostingList> _lists;
    private readonly Dictionary<string, CatalogueItem> _bySku;
    private readonly Lazy<CatalogueItem[]> _shelf;
    private ScoreSheet? _spare;

    public CatalogueIndex(IReadOnlyList<CatalogueItem> items)
    {
        _items = [.. items];
        _bySku = _items.ToDictionary(item => item.Sku, StringComparer.OrdinalIgnoreCase);
        _shelf = new(() => [.. _items.OrderByDescending(item => item.IsAvailable).ThenBy(item => item.Name, StringComparer.InvariantCultureIgnoreCase)]);
        (_postings, _lists) = new IndexBuilder(_items).Build();
        Spelling = new Spelling(_lists.Where(pair => Postings(pair.Value).ContainsTitle()).Select(pair => pair.Key));
    }

    public int Count => _items.Length;

    public Spelling Spelling { get; }

    public CatalogueItem this[int document] => _items[document];

    public CatalogueItem? Find(string sku) => _bySku.GetValueOrDefault(sku.Trim());

    /// <summary>What is available first, then by name.</summary>
    public IReadOnlyList<CatalogueItem> Shelf => _shelf.Value;

    public bool Knows(string term) => _lists.ContainsKey(term);

    /// <summary>Available and cheaper than this product: of its own category first, the dearest first.</summary>
    public IEnumerable<CatalogueItem> Cheaper(ProductId id) => Array.Find(_items, item => item.Id == id) is { } than
        ? _items.Where(item => item.IsAvailable && item.Price < than.Price)
            .OrderByDescending(item => item.Category is not null && item.Category == than.Category)
            .ThenByDescending(item => item.Price)
            .ThenBy(item => item.Sku, StringComparer.Ordinal)
        : [];

    /// <summary>Rare terms weigh more.</summary>
    public float Rarity(string term) => IndexBuilder.Rarity(_items.Length, _lists.GetValueOrDefault(term).Count);

    /// <summary>The products that hold a term, each with what the term adds to their score.</summary>
    public ReadOnlySpan<Posting> Hits(string term) => Postings(_lists.GetValueOrDefault(term));

    /// <summary>An empty sheet; two questions at the same moment never get the same one.</summary>
    public ScoreSheet Borrow() => Interlocked.Exchange(ref _spare, null) ?? new ScoreSheet(_items.Length);

    public void Return(ScoreSheet sheet)
    {
        sheet.Wipe();
        _spare = sheet;
    }

    private ReadOnlySpan<Posting> Postings(PostingList list) => _postings.AsSpan(list.Start, list.Count);
}
