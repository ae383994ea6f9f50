using WaSaas.Domain.Common;

namespace WaSaas.Domain.Catalogue;

public static class ProductErrors
{
    public static readonly Error NameLength =
        new("product_name_length", $"A product's name has 1 to {Product.MaxNameLength} characters.", Product.MaxNameLength);

    public static readonly Error DescriptionLength = new(
        "product_description_length", $"A description has at most {Product.MaxDescriptionLength} characters.", Product.MaxDescriptionLength);

    public static readonly Error NegativeStock = new("negative_stock", "Stock cannot be less than zero.");

    public static readonly Error VariantTwice = new("variant_twice", "Two variants have the same name.");

    public static readonly Error StockTwice =
        new("stock_twice", "Count the stock of the product or of its variants, not both.");

    public static readonly Error WeightRange = new("weight_range", "The weight is 0 g or more.");

    public static readonly Error SkuTaken = new("sku_taken", "Another product has this reference already.");

    public static Error CategoryLength(int length) =>
        new("category_length", $"A category has at most {length} characters.", length);

    public static Error Aliases(int count, int length) =>
        new("product_aliases", $"At most {count} other names, each of 1 to {length} characters.", count, length);

    public static Error VariantNames(int count, int length) =>
        new("variant_names", $"At most {count} variants, each with a name of 1 to {length} characters.", count, length);

    public static Error WarrantyRange(int months) => new("warranty_range", $"A warranty has 0 to {months} months.", months);

    public static readonly Error PhotoLimit = new("photo_limit", $"A product has at most {Product.MaxPhotos} photos.", Product.MaxPhotos);

    public static Error NotEnoughStock(int left) => new("not_enough_stock", $"Only {left} left.", left);

    public static Error LimitReached(int limit) =>
        new("product_limit", $"This plan holds {limit} products. Archive one, or choose a larger plan.", limit);
}
