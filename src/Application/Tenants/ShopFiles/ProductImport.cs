using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>Products of the file replace those with the same reference; the others stay.</summary>
internal sealed class ProductImport(IAppDbContext db, ITenantScope tenant)
{
    /// <exception cref="ShopFileException">A line contradicts itself, or the plan holds fewer products.</exception>
    public async Task RunAsync(IReadOnlyList<ProductLine> lines, int limit, CancellationToken ct)
    {
        var present = await db.Products.ToDictionaryAsync(p => p.Sku, StringComparer.Ordinal, ct);
        foreach (var line in lines)
        {
            var known = present.GetValueOrDefault(line.Sku);
            var details = DetailsOf(line, known);
            var outcome = known is null ? Add(line.Sku, details, present) : Change(known, details);
            if (outcome.Error is { } wrong)
            {
                throw new ShopFileException($"{line.Path}.{FieldOf(wrong)}", wrong.Message);
            }
        }

        if (present.Values.Count(p => p.ArchivedAt is null) > limit)
        {
            throw new ShopFileException("products", ProductErrors.LimitReached(limit).Message);
        }
    }

    private static ProductDetails DetailsOf(ProductLine line, Product? known) => new(
        line.Name.Or(known?.Name) ?? throw new ShopFileException($"{line.Path}.name", "is missing."),
        line.Price.Or(known?.ListPrice) ?? throw new ShopFileException($"{line.Path}.price", "is missing."),
        line.Floor.Or(known?.FloorPrice),
        StockOf(line, known),
        line.Category.Or(known?.Category),
        line.Description.Or(known?.Description));

    private static int? StockOf(ProductLine line, Product? known) => line.Stock.Or(known?.Stock) switch
    {
        null => null,
        > int.MaxValue or < int.MinValue => throw new ShopFileException($"{line.Path}.stock", "is too large."),
        { } pieces => (int)pieces,
    };

    private static Result Change(Product product, ProductDetails details)
    {
        product.Restore();
        return product.Change(details);
    }

    private static string FieldOf(Error error) => error.Code switch
    {
        "product_name_length" => "name",
        "product_description_length" => "description",
        "floor_above_price" => "floor",
        "negative_stock" => "stock",
        _ => "price",
    };

    private Result Add(string sku, ProductDetails details, Dictionary<string, Product> present)
    {
        var added = Product.Add(tenant.Id, sku, details);
        if (added.IsOk)
        {
            db.Products.Add(added.Value!);
            present.Add(sku, added.Value!);
        }

        return new Result(added.Error);
    }
}
