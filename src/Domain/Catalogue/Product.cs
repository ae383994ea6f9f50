using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

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
    public const int MaxPhotos = 8;
    public const int MaxNameLength = 120;
    public const int MaxDescriptionLength = 2_000;
    public const long MaxPrice = 1_000_000_000_000;
    public const int MaxStock = 10_000_000;

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

    /// <summary>Other words that customers use for it.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = [];

    public long ListPrice { get; private set; }

    /// <summary>Never sold below. With neither a floor nor a largest discount the price is not negotiable.</summary>
    public long? FloorPrice { get; private set; }

    public int? MaxDiscountPercent { get; private set; }

    /// <summary>False: fixed price, whatever floor is written.</summary>
    public bool Negotiable { get; private set; } = true;

    /// <summary>Null = the shop's.</summary>
    public NegotiationStyle? Style { get; private set; }

    /// <summary>Counter-offers are multiples of it; null = the shop's.</summary>
    public long? Step { get; private set; }

    /// <summary>Public prices from a quantity on.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; private set; } = [];

    /// <summary>Pieces left; null = not counted, or counted by variant.</summary>
    public int? Stock { get; private set; }

    public IReadOnlyList<ProductVariant> Variants { get; private set; } = [];

    public int? WeightGrams { get; private set; }

    public int? WarrantyMonths { get; private set; }

    public DateOnly? RestockOn { get; private set; }

    /// <summary>Names in the shop's file store, the first is shown in lists.</summary>
    public IReadOnlyList<string> Photos { get; private set; } = [];

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Counts up with each change: two people who edit the same product notice each other.</summary>
    public int Version { get; private set; }

    public bool IsAvailable => ArchivedAt is null && PiecesLeft is null or > 0;

    /// <summary>Pieces left over all variants; null = not counted.</summary>
    public int? PiecesLeft => Variants.Count == 0 ? Stock : Variants.Any(v => v.Stock is null) ? Stock : Variants.Sum(v => v.Stock);

    public static Result<Product> Add(TenantId tenantId, string sku, ProductDetails details)
    {
        var product = new Product { TenantId = tenantId, Id = Common.Id.New<ProductId>(), Sku = sku };
        var changed = product.Change(details);
        return changed.IsOk ? product : changed.Error!;
    }

    public Result Change(ProductDetails details)
    {
        if (ProductChecks.FlawOf(details) is { } flaw)
        {
            return flaw;
        }

        (Name, Category, Description) = (details.Name.Trim(), details.Category, details.Description);
        Aliases = [.. details.Aliases.Select(a => a.Trim()).DistinctBy(TextFold.Fold)];
        (ListPrice, FloorPrice, MaxDiscountPercent) = (details.ListPrice, details.FloorPrice, details.MaxDiscountPercent);
        (Negotiable, Style, Step, Tiers) = (details.Negotiable, details.Style, details.Step, details.Tiers);
        (Stock, Variants) = (details.Stock, details.Variants);
        (WeightGrams, WarrantyMonths, RestockOn) = (details.WeightGrams, details.WarrantyMonths, details.RestockOn);
        Changed();
        return Result.Ok;
    }

    /// <summary>The price rule with the shop's defaults filled in.</summary>
    public PriceRule RuleIn(Tenant shop) => PriceRule.Create(PriceTermsIn(shop)).Value
        ?? throw new InvalidOperationException("A saved product contradicts itself.");

    /// <summary>How far a price may come down, however the vendor wrote it; null = a fixed price.</summary>
    public long? FloorIn(Tenant shop) => Negotiable && RuleIn(shop).Floor is var floor && floor < ListPrice ? floor : null;

    /// <summary>From the public price to the floor, per piece. For the vendor's own screens only.</summary>
    public PriceRuler RulerIn(Tenant shop, int quantity)
    {
        var concession = RuleIn(shop).At(quantity);
        return new PriceRuler(concession.Anchor, concession.Floor);
    }

    /// <summary>Nothing that a price rests on is another: what was said from one of them may be said from the other.</summary>
    public bool SellsLike(Product other) =>
        (Name, ListPrice, FloorPrice, MaxDiscountPercent) == (other.Name, other.ListPrice, other.FloorPrice, other.MaxDiscountPercent)
        && (Negotiable, Style, Step, ArchivedAt) == (other.Negotiable, other.Style, other.Step, other.ArchivedAt)
        && Tiers.SequenceEqual(other.Tiers);

    /// <summary>How each style would give way on this price; empty when it is fixed. For the vendor only.</summary>
    public IReadOnlyList<StyleCurve> CurvesIn(Tenant shop) =>
    [
        .. Enum.GetValues<NegotiationStyle>()
            .Select(style => PriceRule.Create(PriceTermsIn(shop) with { Style = style }).Value)
            .Select(rule => StyleCurve.Of(rule!))
            .OfType<StyleCurve>(),
    ];

    /// <summary>What a vendor sees and edits.</summary>
    public ProductDetails Details() => new(Name, ListPrice, FloorPrice, Stock, Category, Description)
    {
        Aliases = Aliases,
        MaxDiscountPercent = MaxDiscountPercent,
        Negotiable = Negotiable,
        Style = Style,
        Step = Step,
        Tiers = Tiers,
        Variants = Variants,
        WeightGrams = WeightGrams,
        WarrantyMonths = WarrantyMonths,
        RestockOn = RestockOn,
    };

    /// <summary>
    /// Takes pieces for an order, all of them or none. In the caller's transaction; <see cref="Version"/> makes the second
    /// of two racing customers plan again.
    /// </summary>
    public Result TakeStock(string? variant, int quantity)
    {
        var left = StockOf(variant);
        if (left is null)
        {
            return Result.Ok;
        }

        if (left < quantity)
        {
            return ProductErrors.NotEnoughStock(left.Value);
        }

        SetStock(variant, left.Value - quantity);
        return Result.Ok;
    }

    public void ReturnStock(string? variant, int quantity)
    {
        if (StockOf(variant) is { } left)
        {
            SetStock(variant, left + quantity);
        }
    }

    public Result CountStock(int? stock)
    {
        if (stock is < 0 or > MaxStock)
        {
            return ProductErrors.NegativeStock;
        }

        Stock = stock;
        Changed();
        return Result.Ok;
    }

    public Result AddPhoto(string file)
    {
        if (Photos.Count >= MaxPhotos)
        {
            return ProductErrors.PhotoLimit;
        }

        ShowPhotos([.. Photos, file]);
        return Result.Ok;
    }

    /// <summary>The first photo is the one that customers are sent.</summary>
    public Result PutPhotoFirst(string file) => Arrange(file, [file, .. Photos.Where(photo => photo != file)]);

    public Result RemovePhoto(string file) => Arrange(file, [.. Photos.Where(photo => photo != file)]);

    private Result Arrange(string file, IReadOnlyList<string> photos)
    {
        if (!Photos.Contains(file))
        {
            return Error.NotFound;
        }

        ShowPhotos(photos);
        return Result.Ok;
    }

    public void ShowPhotos(IReadOnlyList<string> photos)
    {
        Photos = photos;
        Changed();
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

    /// <summary>Pieces left of a variant, or of the product when it has none; null = not counted.</summary>
    public int? StockOf(string? variant) => variant is null ? Stock : Variants.FirstOrDefault(v => v.IsCalled(variant))?.Stock ?? Stock;

    private void SetStock(string? variant, int left)
    {
        if (variant is not null && Variants.Any(v => v.IsCalled(variant) && v.Stock is not null))
        {
            Variants = [.. Variants.Select(v => v.IsCalled(variant) ? v with { Stock = left } : v)];
        }
        else
        {
            Stock = left;
        }

        Changed();
    }

    private PriceTerms PriceTermsIn(Tenant shop) => Details().Terms(shop.Sales.StepFor(ListPrice, Step)) with
    {
        Style = shop.StyleFor(Style),
        Validity = TimeSpan.FromHours(shop.Sales.AgreementHours),
        CoolDown = TimeSpan.FromDays(shop.Sales.CoolDownDays),
    };

    private void Changed()
    {
        Version++;
        Raise(new ProductChanged(TenantId, Id));
    }
}

public sealed record PriceRuler(long Public, long Floor)
{
    // The floor must not reach a log by way of a record's text.
    public override string ToString() => "";
}

public sealed record ProductChanged(TenantId TenantId, ProductId ProductId) : IDomainEvent;
