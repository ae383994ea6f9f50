using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tenants;

/// <summary>How each style would give way on one of the vendor's own prices; on the first one when she chose none. Null when the shop has no such product.</summary>
public sealed record PreviewStyles(ProductId? Product) : IQuery<StylePreview?>;

/// <param name="Products">What may be chosen: products with room between price and floor.</param>
/// <param name="Product">The one that is shown; null when the shop has none.</param>
/// <param name="Price">Its public price.</param>
/// <param name="Curves">Firm, balanced, generous; empty when there is nothing to haggle about.</param>
public sealed record StylePreview(IReadOnlyList<PreviewProduct> Products, ProductId? Product, Money Price, IReadOnlyList<StyleCurve> Curves);

public sealed record PreviewProduct(ProductId Id, string Name);

internal sealed class PreviewStylesHandler(IAppDbContext db) : IQueryHandler<PreviewStyles, StylePreview?>
{
    private const int MostChoices = 100;

    public async Task<StylePreview?> Handle(PreviewStyles query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var choices = await db.Products
            .Where(p => p.ArchivedAt == null && p.Negotiable && (p.FloorPrice < p.ListPrice || p.MaxDiscountPercent != null))
            .OrderBy(p => p.Name)
            .Select(p => new PreviewProduct(p.Id, p.Name))
            .Take(MostChoices)
            .ToListAsync(cancellationToken);
        var wanted = query.Product ?? choices.FirstOrDefault()?.Id;
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == wanted, cancellationToken);
        return product is null && query.Product is not null
            ? null
            : new StylePreview(choices, product?.Id, shop.Price(product?.ListPrice ?? 0), product?.CurvesIn(shop) ?? []);
    }
}
