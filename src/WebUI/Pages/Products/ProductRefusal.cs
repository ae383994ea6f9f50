using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A refusal in the words of the form: which field it speaks of, and amounts as the vendor writes them.</summary>
internal sealed record ProductRefusal(Error Error, string? Field)
{
    private const int LongestName = 80;

    public static ProductRefusal Of(Error error, ProductInput input, Currency currency) => error switch
    {
        { Code: "tier_above_price" or "tier_below_floor", Values: [int quantity, long price] } =>
            new(error with { Values = [NumberText.Of(quantity), AmountText.ForInput(price, currency)] }, Tier(input, quantity, nameof(TierInput.UnitPrice))),
        { Code: "tier_quantity", Values: [int quantity] } => new(error, Tier(input, quantity, nameof(TierInput.MinQuantity))),
        _ => new(error, FieldOf(error.Code, input)),
    };

    private static string? FieldOf(string code, ProductInput input) => code switch
    {
        "product_name_length" => "Input.Name",
        "product_description_length" => "Input.Description",
        "category_length" => "Input.Category",
        "product_aliases" => "Input.ProductAliases",
        "price_range" => "Input.Price",
        "floor_above_price" => "Input.Floor",
        "style_not_in_plan" or "style_not_in_plan_next" => "Input.Style",
        "discount_range" => "Input.MaxDiscount",
        "price_step_range" => "Input.PriceStep",
        "negative_stock" => Variant(input, nameof(VariantInput.VariantStock), v => IsNegative(v.VariantStock)) ?? "Input.Stock",
        "stock_twice" => "Input.Stock",
        "variant_names" => Variant(input, nameof(VariantInput.VariantName), v => string.IsNullOrWhiteSpace(v.VariantName) || v.VariantName.Trim().Length > LongestName),
        "variant_twice" => Variant(input, nameof(VariantInput.VariantName), v => input.Variants.Count(other => IsSame(other, v)) > 1),
        "weight_range" => "Input.WeightGrams",
        "warranty_range" => "Input.WarrantyMonths",
        "sku_taken" => "Input.Sku",
        _ => null,
    };

    /// <summary>The last row with this quantity: of two alike, the second is the one too many.</summary>
    private static string? Tier(ProductInput input, int quantity, string field)
    {
        var row = input.Tiers.ToList().FindLastIndex(tier => string.Concat((tier.MinQuantity ?? "").Where(char.IsAsciiDigit)) == quantity.ToString(CultureInfo.InvariantCulture));
        return row < 0 ? null : $"Input.Tiers[{row}].{field}";
    }

    /// <summary>The last such row.</summary>
    private static string? Variant(ProductInput input, string field, Predicate<VariantInput> isMeant)
    {
        var row = input.Variants.ToList().FindLastIndex(variant => !variant.IsEmpty && isMeant(variant));
        return row < 0 ? null : $"Input.Variants[{row}].{field}";
    }

    private static bool IsNegative(string? count) => count?.TrimStart().StartsWith('-') ?? false;

    private static bool IsSame(VariantInput a, VariantInput b) => !a.IsEmpty && TextFold.Fold(a.VariantName ?? "") == TextFold.Fold(b.VariantName ?? "");
}
