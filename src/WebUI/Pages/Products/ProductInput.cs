using System.Globalization;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A product as it is typed.</summary>
public sealed class ProductInput
{
    private const int EmptyRows = 3;

    public string? Name { get; set; }

    public string? Price { get; set; }

    public string? Floor { get; set; }

    public string? Stock { get; set; }

    public string? Category { get; set; }

    public string? Description { get; set; }

    public string? Sku { get; set; }

    /// <summary>Never bargained over, whatever floor is written.</summary>
    public bool FixedPrice { get; set; }

    public string? MaxDiscount { get; set; }

    /// <summary>Null = the shop's.</summary>
    public NegotiationStyle? Style { get; set; }

    public string? PriceStep { get; set; }

    public IList<TierInput> Tiers { get; set; } = [];

    public IList<VariantInput> Variants { get; set; } = [];

    /// <summary>One to a line.</summary>
    public string? ProductAliases { get; set; }

    public string? WeightGrams { get; set; }

    public string? WarrantyMonths { get; set; }

    public string? RestockOn { get; set; }

    /// <summary>What was on screen; see <c>EditProduct</c>.</summary>
    public int Version { get; set; }

    public static ProductInput Of(ProductDetails details, Currency currency) => new()
    {
        Name = details.Name,
        Price = FormReading.Text(details.ListPrice, currency),
        Floor = FormReading.Text(details.FloorPrice, currency),
        Stock = Text(details.Stock),
        Category = details.Category,
        Description = details.Description,
        FixedPrice = !details.Negotiable,
        MaxDiscount = Text(details.MaxDiscountPercent),
        Style = details.Style,
        PriceStep = FormReading.Text(details.Step, currency),
        Tiers = [.. details.Tiers.Select(tier => TierInput.Of(tier, currency))],
        Variants = [.. details.Variants.Select(VariantInput.Of)],
        ProductAliases = string.Join('\n', details.Aliases),
        WeightGrams = Text(details.WeightGrams),
        WarrantyMonths = Text(details.WarrantyMonths),
        RestockOn = details.RestockOn?.ToString(FormReading.DayForm, CultureInfo.InvariantCulture),
    };

    /// <summary>Rows to write in: without scripts nothing can add them.</summary>
    public void OfferRows()
    {
        for (var i = 0; i < EmptyRows; i++)
        {
            Tiers.Add(new TierInput());
            Variants.Add(new VariantInput());
        }
    }

    /// <summary>The product, or the fields that cannot be read.</summary>
    /// <param name="currency">The shop's.</param>
    /// <param name="unreadable">Told each such field.</param>
    public ProductDetails? Read(Currency currency, Action<string> unreadable)
    {
        var reading = new FormReading(unreadable);
        var price = reading.Amount(nameof(Price), string.IsNullOrWhiteSpace(Price) ? "?" : Price, currency) ?? 0;
        var details = new ProductDetails(Name ?? "", price)
        {
            FloorPrice = reading.Amount(nameof(Floor), Floor, currency),
            Stock = reading.Count(nameof(Stock), Stock),
            Category = Tidy(Category),
            Description = Tidy(Description),
            Negotiable = !FixedPrice,
            MaxDiscountPercent = reading.Count(nameof(MaxDiscount), MaxDiscount?.TrimEnd(' ', '\u00a0', '%')),
            Style = Style,
            Step = reading.Amount(nameof(PriceStep), PriceStep, currency),
            Tiers = [.. Tiers.Select((tier, i) => tier.Read(i, currency, reading)).OfType<PriceTier>()],
            Variants = [.. Variants.Select((variant, i) => variant.Read(i, reading)).OfType<ProductVariant>()],
            Aliases = FormReading.Lines(ProductAliases),
            WeightGrams = reading.Count(nameof(WeightGrams), WeightGrams),
            WarrantyMonths = reading.Count(nameof(WarrantyMonths), WarrantyMonths),
            RestockOn = reading.Day(nameof(RestockOn), RestockOn),
        };
        return reading.IsReadable ? details : null;
    }

    private static string? Text(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
