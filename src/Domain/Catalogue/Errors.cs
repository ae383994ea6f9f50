using WaSaas.Domain.Common;

namespace WaSaas.Domain.Catalogue;

public static class ProductErrors
{
    public static readonly Error NameLength =
        new("product_name_length", $"A product's name has 1 to {Product.MaxNameLength} characters.", Product.MaxNameLength);

    public static readonly Error DescriptionLength = new(
        "product_description_length", $"A description has at most {Product.MaxDescriptionLength} characters.", Product.MaxDescriptionLength);

    public static readonly Error PriceRange = new("price_range", "The price must be more than zero.");

    public static readonly Error FloorAbovePrice =
        new("floor_above_price", "The floor must be more than zero and not above the price.");

    public static readonly Error NegativeStock = new("negative_stock", "Stock cannot be less than zero.");

    public static readonly Error SkuTaken = new("sku_taken", "Another product has this reference already.");

    public static Error LimitReached(int limit) =>
        new("product_limit", $"This plan holds {limit} products. Archive one, or choose a larger plan.", limit);
}
