using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Catalogue;

public enum ProductFilter
{
    OnSale = 0,
    OutOfStock = 1,
    Archived = 2,
}

/// <param name="Search">Part of the name, reference or category; accents and case do not matter.</param>
/// <param name="Filter">Which shelf.</param>
/// <param name="Page">From 1; a page beyond the last shows the last.</param>
public sealed record ListProducts(string? Search = null, ProductFilter Filter = ProductFilter.OnSale, int Page = 1) : IQuery<ProductPage>;

/// <param name="Rows">By name.</param>
/// <param name="Total">Products that fit search and filter.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="OnSale">Products that count against the plan.</param>
/// <param name="Limit">Products that the plan holds.</param>
public sealed record ProductPage(IReadOnlyList<ProductRow> Rows, int Total, int Page, int Pages, int OnSale, int Limit)
{
    public const int Size = 50;
}

/// <summary>For the vendor's own screens, the floor in effect included.</summary>
public sealed record ProductRow(
    ProductId Id, string Sku, string Name, string? Category, long ListPrice, long? FloorPrice, int? Stock, DateTimeOffset? ArchivedAt)
{
    /// <summary>Name in the shop's file store of the photo that customers are sent.</summary>
    public string? Photo { get; init; }
}

internal sealed class ListProductsHandler(IAppDbContext db, PlanTerms terms, TimeProvider clock) : IQueryHandler<ListProducts, ProductPage>
{
    public async Task<ProductPage> Handle(ListProducts query, CancellationToken cancellationToken)
    {
        var fitting = (await RowsAsync(query.Filter, cancellationToken)).Where(row => Fits(row, TextFold.Fold(query.Search ?? ""))).ToArray();
        var pages = Math.Max(1, (fitting.Length + ProductPage.Size - 1) / ProductPage.Size);
        var page = Math.Clamp(query.Page, 1, pages);
        return new ProductPage(
            [.. fitting.OrderBy(row => TextFold.Fold(row.Name), StringComparer.Ordinal).ThenBy(row => row.Id.Value).Skip((page - 1) * ProductPage.Size).Take(ProductPage.Size)],
            fitting.Length,
            page,
            pages,
            await db.Products.CountAsync(p => p.ArchivedAt == null, cancellationToken),
            await ProductLimit.OfAsync(db, terms, clock.GetUtcNow(), cancellationToken));
    }

    // Databases fold accents each in their own way, and pieces are counted by variant; a shop's list is small enough to be
    // sorted and searched here.
    private async Task<IEnumerable<ProductRow>> RowsAsync(ProductFilter filter, CancellationToken ct)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(ct);
        var products = await db.Products.AsNoTracking()
            .Where(p => filter == ProductFilter.Archived ? p.ArchivedAt != null : p.ArchivedAt == null)
            .ToListAsync(ct);
        return products
            .Where(p => filter != ProductFilter.OutOfStock || p.PiecesLeft == 0)
            .Select(p => new ProductRow(p.Id, p.Sku, p.Name, p.Category, p.ListPrice, p.FloorIn(shop), p.PiecesLeft, p.ArchivedAt) { Photo = p.Photos is [var first, ..] ? first : null });
    }

    private static bool Fits(ProductRow row, string search) =>
        search.Length == 0 || search.Split(' ').All(word => TextFold.Fold($"{row.Name} {row.Sku} {row.Category}").Contains(word, StringComparison.Ordinal));
}
