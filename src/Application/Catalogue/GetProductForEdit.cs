using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue;

/// <summary>For the vendor's own screen, floor price included; null when the shop has no such product.</summary>
public sealed record GetProductForEdit(ProductId Id) : IQuery<ProductForEdit?>;

public sealed record ProductForEdit(ProductId Id, int Version, string Sku, ProductDetails Details, DateTimeOffset? ArchivedAt);

internal sealed class GetProductForEditHandler(IAppDbContext db) : IQueryHandler<GetProductForEdit, ProductForEdit?>
{
    public Task<ProductForEdit?> Handle(GetProductForEdit query, CancellationToken cancellationToken) => db.Products
        .Where(p => p.Id == query.Id)
        .Select(p => new ProductForEdit(
            p.Id, p.Version, p.Sku, new ProductDetails(p.Name, p.ListPrice, p.FloorPrice, p.Stock, p.Category, p.Description), p.ArchivedAt))
        .SingleOrDefaultAsync(cancellationToken);
}
