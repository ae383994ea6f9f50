using System.Globalization;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A price from a quantity on, as it is typed; an empty row is none.</summary>
public sealed class TierInput
{
    public string? MinQuantity { get; set; }

    public string? UnitPrice { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(MinQuantity) && string.IsNullOrWhiteSpace(UnitPrice);

    public static TierInput Of(PriceTier tier, Currency currency) => new()
    {
        MinQuantity = tier.MinQuantity.ToString(CultureInfo.InvariantCulture),
        UnitPrice = FormReading.Text(tier.UnitPrice, currency),
    };

    internal PriceTier? Read(int row, Currency currency, FormReading reading)
    {
        if (IsEmpty)
        {
            return null;
        }

        var (quantityAt, priceAt) = ($"Tiers[{row}].{nameof(MinQuantity)}", $"Tiers[{row}].{nameof(UnitPrice)}");
        var quantity = reading.Count(quantityAt, string.IsNullOrWhiteSpace(MinQuantity) ? "?" : MinQuantity);
        var price = reading.Amount(priceAt, string.IsNullOrWhiteSpace(UnitPrice) ? "?" : UnitPrice, currency);
        return new PriceTier(quantity ?? 0, price ?? 0);
    }
}

/// <summary>A size or a colour, as it is typed; a row without name and stock is none.</summary>
public sealed class VariantInput
{
    public string? VariantName { get; set; }

    public string? VariantStock { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(VariantName) && string.IsNullOrWhiteSpace(VariantStock);

    public static VariantInput Of(ProductVariant variant) => new()
    {
        VariantName = variant.Name,
        VariantStock = variant.Stock?.ToString(CultureInfo.InvariantCulture),
    };

    internal ProductVariant? Read(int row, FormReading reading) => IsEmpty
        ? null
        : new ProductVariant(VariantName?.Trim() ?? "", reading.Count($"Variants[{row}].{nameof(VariantStock)}", VariantStock));
}
