using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>One product of a shop file.</summary>
internal static class ProductReader
{
    private const int MaxShort = 80;
    private const int MaxPath = 300;

    public static ProductLine Read(JsonFields fields, HashSet<string> seen)
    {
        var name = fields.Text("name", Product.MaxNameLength);
        var sku = fields.Text("sku", 60).Value ?? (name.Value is null ? null : ShopSlugs.Of(name.Value));
        if (sku is null)
        {
            throw fields.Refuse("name", "is missing; a product needs a name or a sku.");
        }

        if (!seen.Add(sku))
        {
            throw fields.Refuse(fields.IsNamed("sku") ? "sku" : "name", $"leads to the reference '{sku}', which another product of the file has.");
        }

        var (basics, extras, variants) = (Basics(fields, name), Extras(fields), Variants(fields));
        var photos = fields.Texts("photos", MaxPath);
        fields.RefuseTheRest();
        return new ProductLine(fields.Path, sku, known => variants(extras(basics(known), known), known), photos);
    }

    private static Func<ProductDetails?, ProductDetails> Basics(JsonFields fields, Given<string?> name)
    {
        var (price, floor, stock) = (fields.Whole("price"), fields.Whole("floor"), fields.Count("stock"));
        var (category, description) = (fields.Text("category", MaxShort), fields.Text("description", Product.MaxDescriptionLength));
        return known => new ProductDetails(
            name.Or(known?.Name) ?? throw fields.Refuse("name", "is missing."),
            price.Or(known?.ListPrice) ?? throw fields.Refuse("price", "is missing."),
            floor.Or(known?.FloorPrice),
            stock.Or(known?.Stock),
            category.Or(known?.Category),
            description.Or(known?.Description));
    }

    private static Func<ProductDetails, ProductDetails?, ProductDetails> Extras(JsonFields fields)
    {
        var (aliases, tiers) = (fields.Texts("aliases", MaxShort), fields.Parts("tiers"));
        var prices = tiers.Value?.Select(Tier).ToArray();
        var (discount, negotiable) = (fields.Count("maxDiscountPercent"), fields.Flag("negotiable"));
        var (style, step) = (fields.Word("style", FileWords.Styles), fields.Whole("step"));
        var (weight, warranty, restock) = (fields.Count("weightGrams"), fields.Count("warrantyMonths"), fields.Date("restockOn"));
        return (read, known) => read with
        {
            Aliases = aliases.Or(known?.Aliases) ?? [],
            MaxDiscountPercent = discount.Or(known?.MaxDiscountPercent),
            Negotiable = negotiable.Or(known?.Negotiable) ?? true,
            Style = style.Or(known?.Style),
            Step = step.Or(known?.Step),
            Tiers = tiers.IsGiven ? prices ?? [] : known?.Tiers ?? [],
            WeightGrams = weight.Or(known?.WeightGrams),
            WarrantyMonths = warranty.Or(known?.WarrantyMonths),
            RestockOn = restock.Or(known?.RestockOn),
        };
    }

    private static PriceTier Tier(JsonFields fields)
    {
        var tier = new PriceTier(
            fields.Count("minQuantity").Value ?? throw fields.Refuse("minQuantity", "is missing."),
            fields.Whole("unitPrice").Value ?? throw fields.Refuse("unitPrice", "is missing."));
        fields.RefuseTheRest();
        return tier;
    }

    private static Func<ProductDetails, ProductDetails?, ProductDetails> Variants(JsonFields fields)
    {
        var given = fields.Parts("variants");
        var variants = given.Value?.Select(Variant).ToArray() ?? [];
        return (read, known) => read with
        {
            Variants = given.IsGiven ? [.. variants.Select(v => Kept(v, known))] : known?.Variants ?? [],
        };
    }

    private static (string Name, Given<int?> Stock) Variant(JsonFields fields)
    {
        var name = fields.Text("name", MaxShort).Value ?? throw fields.Refuse("name", "is missing.");
        var stock = fields.Count("stock");
        fields.RefuseTheRest();
        return (name, stock);
    }

    private static ProductVariant Kept((string Name, Given<int?> Stock) variant, ProductDetails? known) =>
        new(variant.Name, variant.Stock.Or(known?.Variants.FirstOrDefault(v => v.IsCalled(variant.Name))?.Stock));
}
