using WaSaas.Domain.Common;

namespace WaSaas.Domain.Catalogue;

public readonly record struct ProductId(Guid Value) : IId<ProductId>
{
    public static ProductId From(Guid value) => new(value);
}

/// <summary>
/// Something the shop sells. Prices are minor units of the shop's currency. The floor is the vendor's secret: it
/// leaves Domain only towards her own screens.
/// </summary>
public sealed class Product : AggregateRoot, ITenantOwned
{
    public const int MaxNameLength = 120;
    public const int MaxDescriptionLength = 2_000;
    public const long MaxPrice = 1_000_000_000_000;

    private Product()
    {
    }

    public TenantId TenantId { get; private set; }

    public ProductId Id { get; private set; }

    /// <summary>Unique in the shop, archived products included.</summary>
    public string Sku { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Category { get; private set; }

    public string? Description { get; private set; }

    public long ListPrice { get; private set; }

    /// <summary>Never sold below; null = the price is not negotiable.</summary>
    public long? FloorPrice { get; private set; }

    /// <summary>Pieces left; null = not counted.</summary>
    public int? Stock { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Counts up with each change: two people who edit the same product notice each other.</summary>
    public int Version { get; private set; }

    public bool IsAvailable => ArchivedAt is null && Stock is null or > 0;

    public static Result<Product> Add(TenantId tenantId, string sku, ProductDetails details)
    {
        var product = new Product { TenantId = tenantId, Id = Common.Id.New<ProductId>(), Sku = sku };
        var changed = product.Change(details);
        return changed.IsOk ? product : changed.Error!;
    }

    public Result Change(ProductDetails details)
    {
        var name = details.Name.Trim();
        if (name.Length is 0 or > MaxNameLength)
        {
            return ProductErrors.NameLength;
        }

        if (details.Description?.Length > MaxDescriptionLength)
        {
            return ProductErrors.DescriptionLength;
        }

        if (details.ListPrice is <= 0 or > MaxPrice)
        {
            return ProductErrors.PriceRange;
        }

        if (details.FloorPrice is <= 0 || details.FloorPrice > details.ListPrice)
        {
            return ProductErrors.FloorAbovePrice;
        }

        if (details.Stock < 0)
        {
            return ProductErrors.NegativeStock;
        }

        (Name, Category, Description) = (name, details.Category, details.Description);
        (ListPrice, FloorPrice, Stock) = (details.ListPrice, details.FloorPrice, details.Stock);
        Changed();
        return Result.Ok;
    }

    public void Archive(DateTimeOffset at)
    {
        ArchivedAt ??= at;
        Changed();
    }

    public void Restore()
    {
        ArchivedAt = null;
        Changed();
    }

    private void Changed()
    {
        Version++;
        Raise(new ProductChanged(TenantId, Id));
    }
}

/// <summary>What a vendor writes about a product. Amounts in minor units of the shop's currency; null stock = not counted.</summary>
public sealed record ProductDetails(
    string Name,
    long ListPrice,
    long? FloorPrice = null,
    int? Stock = null,
    string? Category = null,
    string? Description = null);

public sealed record ProductChanged(TenantId TenantId, ProductId ProductId) : IDomainEvent;
