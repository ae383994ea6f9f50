using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Products;

/// <param name="Words">Key of the field's label.</param>
/// <param name="Now">What stands there now; empty when nothing does.</param>
public sealed record ProductDifference(string Words, string Now)
{
    /// <summary>Fields that <paramref name="theirs"/> has otherwise, with what it has.</summary>
    public static IReadOnlyList<ProductDifference> Between(ProductInput mine, ProductInput theirs, Says say) =>
    [
        .. Written(mine, say).Zip(Written(theirs, say))
            .Where(pair => Plain(pair.First.Text) != Plain(pair.Second.Text))
            .Select(pair => new ProductDifference(pair.Second.Words, pair.Second.Text ?? "")),
    ];

    private static (string Words, string? Text)[] Written(ProductInput input, Says say) =>
    [
        ("ProductName", input.Name),
        ("Price", input.Price),
        ("Floor", input.Floor),
        ("Stock", input.Stock),
        ("Category", input.Category),
        ("Description", input.Description),
        ("FixedPrice", input.FixedPrice ? say["Products.fixed"] : null),
        ("MaxDiscount", input.MaxDiscount),
        ("Style", input.Style is { } style ? say["Style." + style] : null),
        ("PriceStep", input.PriceStep),
        ("Tiers", Joined(input.Tiers.Where(t => !t.IsEmpty).Select(t => $"{t.MinQuantity}: {t.UnitPrice}"))),
        ("Variants", Joined(input.Variants.Where(v => !v.IsEmpty).Select(v => v.VariantStock is null ? v.VariantName : $"{v.VariantName}: {v.VariantStock}"))),
        ("ProductAliases", Joined(FormReading.Lines(input.ProductAliases))),
        ("WeightGrams", input.WeightGrams),
        ("WarrantyMonths", input.WarrantyMonths),
        ("RestockOn", input.RestockOn),
    ];

    private static string Joined(IEnumerable<string?> parts) => string.Join(", ", parts);

    /// <summary>Spaces between digits, and those around, make no difference.</summary>
    private static string Plain(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
