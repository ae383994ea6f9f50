using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue;

/// <summary>For the vendor's own screen, floor price included; null when the shop has no such product.</summary>
public sealed record GetProductForEdit(ProductId Id) : IQuery<ProductForEdit?>;

/// <param name="Photos">Names in the shop's file store.</param>
public sealed record ProductForEdit(
    ProductId Id, int Version, string Sku, ProductDetails Details, DateTimeOffset? ArchivedAt, IReadOnlyList<string> Photos);

internal sealed class GetProductForEditHandler(IAppDbContext db) : IQueryHandler<GetProductForEdit, ProductForEdit?>
{
    public async Task<ProductForEdit?> Handle(GetProductForEdit query, CancellationToken cancellationToken) =>
        await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken) is { } product
            ? new ProductForEdit(product.Id, product.Version, product.Sku, product.Details(), product.ArchivedAt, product.Photos)
            : null;
}
