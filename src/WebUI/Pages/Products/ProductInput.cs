using System.Globalization;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A product as it is typed.</summary>
public sealed class ProductInput
{
    public string? Name { get; set; }

    public string? Price { get; set; }

    public string? Floor { get; set; }

    public string? Stock { get; set; }

    public string? Category { get; set; }

    public string? Description { get; set; }

    public string? Sku { get; set; }

    /// <summary>What was on screen; see <c>EditProduct</c>.</summary>
    public int Version { get; set; }

    public static ProductInput Of(ProductDetails details, Currency currency) => new()
    {
        Name = details.Name,
        Price = AmountText.ForInput(details.ListPrice, currency),
        Floor = details.FloorPrice is { } floor ? AmountText.ForInput(floor, currency) : null,
        Stock = details.Stock?.ToString(CultureInfo.InvariantCulture),
        Category = details.Category,
        Description = details.Description,
    };

    /// <summary>The product, or the fields that cannot be read.</summary>
    /// <param name="stored">Keeps what the form does not show; null for a new product.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="unreadable">Told each such field.</param>
    public ProductDetails? Read(ProductDetails? stored, Currency currency, Action<string> unreadable)
    {
        long? floor = null;
        int? stock = null;
        var readable = true;
        if (!AmountText.TryParse(Price, currency, out var price))
        {
            Unreadable(nameof(Price));
        }

        if (!string.IsNullOrWhiteSpace(Floor))
        {
            floor = AmountText.TryParse(Floor, currency, out var parsed) ? parsed : Unreadable(nameof(Floor));
        }

        if (!string.IsNullOrWhiteSpace(Stock))
        {
            stock = int.TryParse(Stock.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int)Unreadable(nameof(Stock));
        }

        return readable
            ? (stored ?? new ProductDetails("", 0)) with
            {
                Name = Name ?? "",
                ListPrice = price,
                FloorPrice = floor,
                Stock = stock,
                Category = Tidy(Category),
                Description = Tidy(Description),
            }
            : null;

        long Unreadable(string field)
        {
            readable = false;
            unreadable(field);
            return 0;
        }
    }

    /// <summary>Fields that <paramref name="other"/> has otherwise, with what it has.</summary>
    public IReadOnlyList<ProductDifference> DifferencesTo(ProductInput other)
    {
        (string Words, string? Mine, string? Theirs)[] fields =
        [
            ("ProductName", Name, other.Name),
            ("Price", Price, other.Price),
            ("Floor", Floor, other.Floor),
            ("Stock", Stock, other.Stock),
            ("Category", Category, other.Category),
            ("Description", Description, other.Description),
        ];
        return [.. fields.Where(f => Plain(f.Mine) != Plain(f.Theirs)).Select(f => new ProductDifference(f.Words, f.Theirs ?? ""))];
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string? FieldOf(string code) => code switch
    {
        "product_name_length" => "Input.Name",
        "product_description_length" => "Input.Description",
        "price_range" or "tier_above_price" => "Input.Price",
        "floor_above_price" or "tier_below_floor" => "Input.Floor",
        "negative_stock" or "stock_twice" => "Input.Stock",
        "sku_taken" => "Input.Sku",
        _ => null,
    };

    /// <summary>Spaces between digits, and those around, make no difference.</summary>
    private static string Plain(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Words">Key of the field's label.</param>
/// <param name="Now">What stands there now; empty when nothing does.</param>
public sealed record ProductDifference(string Words, string Now);
