using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>Products of the file replace those with the same reference; the others stay.</summary>
internal sealed class ProductImport(IAppDbContext db, ITenantScope tenant, PhotoImport photos)
{
    /// <exception cref="ShopFileException">A line contradicts itself, or the plan holds fewer products.</exception>
    public async Task RunAsync(IReadOnlyList<ProductLine> lines, string? folder, int limit, CancellationToken ct)
    {
        var present = await db.Products.ToDictionaryAsync(p => p.Sku, StringComparer.Ordinal, ct);
        foreach (var line in lines)
        {
            var known = present.GetValueOrDefault(line.Sku);
            var details = line.Details(known?.Details());
            var outcome = known is null ? Add(line.Sku, details, present) : Change(known, details);
            if (outcome.Error is { } wrong)
            {
                throw new ShopFileException($"{line.Path}.{FieldOf(wrong)}", wrong.Message);
            }

            if (line.Photos.IsGiven)
            {
                present[line.Sku].ShowPhotos(await photos.CopyAsync(line, folder, ct));
            }
        }

        if (present.Values.Count(p => p.ArchivedAt is null) > limit)
        {
            throw new ShopFileException("products", ProductErrors.LimitReached(limit).Message);
        }
    }

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
        "negative_stock" or "stock_twice" => "stock",
        "category_length" => "category",
        "product_aliases" => "aliases",
        "discount_range" => "maxDiscountPercent",
        "price_step_range" => "step",
        "tier_quantity" or "tier_above_price" or "tier_below_floor" => "tiers",
        "variant_names" or "variant_twice" => "variants",
        "weight_range" => "weightGrams",
        "warranty_range" => "warrantyMonths",
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
