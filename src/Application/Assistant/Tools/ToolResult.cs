using WaSaas.Application.Catalogue;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>What a tool answers. Written as JSON for a model, read as it is by the embedded assistant.</summary>
public abstract record ToolResult(string Status, IReadOnlyList<Fact> Facts);

/// <summary>The call itself was wrong or failed; the message is for the model.</summary>
public sealed record ToolError(string Code, string Message) : ToolResult("error", [])
{
    public static readonly ToolError UnknownSku = new("unknown_sku", "The shop sells no product with this sku. Use search_catalogue.");
}

/// <param name="Query">The words that were looked up.</param>
/// <param name="Match">exact, fuzzy, none, or list when no words were given.</param>
/// <param name="Ambiguous">One thing was asked for, and several products fit.</param>
/// <param name="Items">Best first.</param>
/// <param name="Facts">Price and stock of each.</param>
public sealed record CatalogueResult(string Query, string Match, bool Ambiguous, IReadOnlyList<ItemView> Items, IReadOnlyList<Fact> Facts)
    : ToolResult("ok", Facts)
{
    public const string Exact = "exact";
    public const string Fuzzy = "fuzzy";
    public const string None = "none";
    public const string List = "list";
}

public sealed record ProductResult(ItemView Item, string? Description, IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts)
{
    /// <summary>Public prices from a quantity on.</summary>
    public IReadOnlyList<TierView> Tiers { get; init; } = [];

    public IReadOnlyList<VariantView> Variants { get; init; } = [];

    /// <summary>How many can be sent.</summary>
    public int Photos { get; init; }

    public int? WarrantyMonths { get; init; }
}

public sealed record TierView(int MinQuantity, Amount Unit);

public sealed record VariantView(string Name, bool Available);

public sealed record HandOffResult(string Reason, IReadOnlyList<Fact> Facts) : ToolResult("queued", Facts);

public enum StockLevel
{
    Available = 1,
    LastPieces = 2,
    LastPiece = 3,
    OutOfStock = 4,
}

/// <summary>An amount with the text to copy.</summary>
public sealed record Amount(long Minor, string Text);

/// <summary>A product as customers may see it. Stock is a level, never a count.</summary>
public sealed record ItemView(string Sku, string Name, string? Category, Amount Price, StockLevel Stock)
{
    private const int LastPieces = 3;

    public static StockLevel LevelOf(CatalogueItem item) => item.Stock switch
    {
        null => StockLevel.Available,
        <= 0 => StockLevel.OutOfStock,
        1 => StockLevel.LastPiece,
        <= LastPieces => StockLevel.LastPieces,
        _ => StockLevel.Available,
    };
}
