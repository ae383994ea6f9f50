using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue;

/// <summary>
/// Finds what customers ask for among the products that the shop in scope sells now (not archived). Changes are seen at
/// once, also those of another process. What it returns holds no floor price.
/// </summary>
public interface ICatalogueSearch
{
    /// <summary>Best first. Words that customers use around a product (prices, greetings, politeness) do not disturb.</summary>
    Task<CatalogueMatches> SearchAsync(string query, int limit, CancellationToken ct);

    /// <summary>By reference, whatever its case; null when the shop does not sell it now.</summary>
    Task<CatalogueItem?> FindAsync(string sku, CancellationToken ct);

    /// <summary>What is available and costs less than this product: of its own category first, the dearest first.</summary>
    Task<IReadOnlyList<CatalogueItem>> CheaperAsync(ProductId id, int limit, CancellationToken ct);

    /// <summary>A look at the shelves: what is available first, then by name.</summary>
    Task<IReadOnlyList<CatalogueItem>> BrowseAsync(int limit, CancellationToken ct);
}

/// <summary>What a customer may know of a product. Price in minor units of the shop's currency; stock null = not counted.</summary>
public sealed record CatalogueItem(
    ProductId Id, string Sku, string Name, string? Category, string? Description, long Price, int? Stock)
{
    /// <summary>Other words that customers use for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsAvailable => Stock is null or > 0;
}

public enum MatchKind
{
    None = 0,

    /// <summary>Some words were unknown or spelt otherwise.</summary>
    Fuzzy = 1,
    Exact = 2,
}

/// <param name="Match">How well the words fit.</param>
/// <param name="Items">Best first.</param>
/// <param name="Ambiguous">One thing was asked for, and several products fit equally well.</param>
public sealed record CatalogueMatches(MatchKind Match, IReadOnlyList<CatalogueItem> Items, bool Ambiguous)
{
    public static readonly CatalogueMatches None = new(MatchKind.None, [], false);
}
