namespace WaSaas.Application.Catalogue.Search;

/// <summary>The one product that a text written by somebody else speaks of: a caption, a status post, a line of another catalogue.</summary>
internal static class NamedProduct
{
    private const int Candidates = 5;
    private const int MaxWords = 60;
    private const int ShortestReference = 3;

    /// <returns>Null when it names none, or several and nothing decides.</returns>
    public static async Task<CatalogueItem?> InAsync(string text, ICatalogueSearch search, CancellationToken ct)
    {
        var found = await search.SearchAsync(text, Candidates, ct);
        var said = Terms.Of(text).ToHashSet(StringComparer.Ordinal);
        var named = (await ReferredAsync(text, search, ct)).Concat(found.Items.Where(item => WordsOf(item) is { Count: > 0 } words && words.IsSubsetOf(said))).DistinctBy(item => item.Id).ToList();

        // Of "bazin" and "bazin riche" the longer one is meant.
        var longest = named.FindAll(one => named.TrueForAll(other => WordsOf(other).IsSubsetOf(WordsOf(one))));
        return longest is [var item] ? item
            : named.Count == 0 && found is { Match: MatchKind.Exact, Ambiguous: false, Items: [var best, ..] } ? best
            : null;
    }

    private static async Task<List<CatalogueItem>> ReferredAsync(string text, ICatalogueSearch search, CancellationToken ct)
    {
        var items = new List<CatalogueItem>();
        foreach (var word in text.Split([' ', '\n', '\t', ',', ';', ':', '(', ')', '#'], StringSplitOptions.RemoveEmptyEntries).Take(MaxWords))
        {
            if (word.Length >= ShortestReference && await search.FindAsync(word, ct) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static HashSet<string> WordsOf(CatalogueItem item) => [.. Terms.Of(item.Name)];
}
