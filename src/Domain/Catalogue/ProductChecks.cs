using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Catalogue;

/// <summary>What is wrong with a product as a vendor wrote it; the first flaw, in the order of the form.</summary>
internal static class ProductChecks
{
    private const int MaxAliases = 50;
    private const int MaxVariants = 100;
    private const int MaxShortText = 80;
    private const int MaxGrams = 10_000_000;
    private const int MaxWarrantyMonths = 600;

    public static Error? FlawOf(ProductDetails details) =>
        TextFlaw(details)
        ?? PriceRule.Create(details.Terms(details.Step ?? 1)).Error
        ?? StockFlaw(details)
        ?? RangeFlaw(details);

    private static Error? TextFlaw(ProductDetails details)
    {
        if (details.Name.Trim().Length is 0 or > Product.MaxNameLength)
        {
            return ProductErrors.NameLength;
        }

        if (details.Description?.Length > Product.MaxDescriptionLength)
        {
            return ProductErrors.DescriptionLength;
        }

        if (details.Category?.Length > MaxShortText)
        {
            return ProductErrors.CategoryLength(MaxShortText);
        }

        return details.Aliases.Count > MaxAliases || details.Aliases.Any(a => a.Trim().Length is 0 or > MaxShortText)
            ? ProductErrors.Aliases(MaxAliases, MaxShortText)
            : null;
    }

    private static Error? StockFlaw(ProductDetails details)
    {
        if (details.Stock is < 0 or > Product.MaxStock || details.Variants.Any(v => v.Stock is < 0 or > Product.MaxStock))
        {
            return ProductErrors.NegativeStock;
        }

        if (details.Variants.Count > MaxVariants || details.Variants.Any(v => v.Name.Trim().Length is 0 or > MaxShortText))
        {
            return ProductErrors.VariantNames(MaxVariants, MaxShortText);
        }

        if (details.Variants.DistinctBy(v => TextFold.Fold(v.Name)).Count() != details.Variants.Count)
        {
            return ProductErrors.VariantTwice;
        }

        return details.Stock is not null && details.Variants.Any(v => v.Stock is not null) ? ProductErrors.StockTwice : null;
    }

    private static Error? RangeFlaw(ProductDetails details)
    {
        if (details.WeightGrams is < 0 or > MaxGrams)
        {
            return ProductErrors.WeightRange;
        }

        return details.WarrantyMonths is < 0 or > MaxWarrantyMonths ? ProductErrors.WarrantyRange(MaxWarrantyMonths) : null;
    }
}
