namespace WaSaas.Application.Catalogue.Search;

/// <summary>The one product that a text written by somebody else speaks of: a caption, a status post, a line of another catalogue.</summary>
internal static class NamedProduct
{
    private const int Candidates = 5;
    private const int MaxWords = 60;
    private const int ShortestReference = 3;

    /// <returns>Null when it names none, or several and nothing decides.</returns>
    public static async Task<CatalogueItem?> InAsync(string text, ICatalogueSearch search, CancellationToken ct) =>
        await ByReferenceAsync(text, search, ct) ?? await ByNameAsync(text, search, ct);

    private static async Task<CatalogueItem?> ByReferenceAsync(string text, ICatalogueSearch search, CancellationToken ct)
    {
        foreach (var word in text.Split([' ', '\n', '\t', ',', ';', ':', '(', ')', '#'], StringSplitOptions.RemoveEmptyEntries).Take(MaxWords))
        {
            if (word.Length >= ShortestReference && await search.FindAsync(word, ct) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Every word of its name is there; of "bazin" and "bazin riche" the longer one.</summary>
    private static async Task<CatalogueItem?> ByNameAsync(string text, ICatalogueSearch search, CancellationToken ct)
    {
        var said = Terms.Of(text).ToHashSet(StringComparer.Ordinal);
        var found = await search.SearchAsync(text, Candidates, ct);
        var named = found.Items
            .Select(item => (Item: item, Words: Terms.Of(item.Name).ToHashSet(StringComparer.Ordinal)))
            .Where(candidate => candidate.Words.Count > 0 && candidate.Words.IsSubsetOf(said))
            .ToList();
        var longest = named.Where(one => named.TrueForAll(other => other.Words.IsSubsetOf(one.Words))).ToList();
        return longest is [var (item, _)] ? item
            : named.Count == 0 && found is { Match: MatchKind.Exact, Ambiguous: false, Items: [var best, ..] } ? best
            : null;
    }
}
