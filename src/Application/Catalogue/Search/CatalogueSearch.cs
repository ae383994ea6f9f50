using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>Search over an index in memory; each question first asks the database whether the index is still right.</summary>
internal sealed class CatalogueSearch(IAppDbContext db, ITenantScope scope, PlanRoom room, CatalogueIndexes indexes) : ICatalogueSearch
{
    public async Task<CatalogueMatches> SearchAsync(string query, int limit, CancellationToken ct) =>
        new QueryEvaluation(await IndexAsync(ct)).Evaluate(query, limit);

    public async Task<CatalogueItem?> FindAsync(string sku, CancellationToken ct) => (await IndexAsync(ct)).Find(sku);

    public async Task<IReadOnlyList<CatalogueItem>> BrowseAsync(int limit, CancellationToken ct) =>
        [.. (await IndexAsync(ct)).Shelf.Take(limit)];

    public async Task<IReadOnlyList<CatalogueItem>> CheaperAsync(ProductId id, int limit, CancellationToken ct) => [.. (await IndexAsync(ct)).Cheaper(id).Take(limit)];

    private async Task<CatalogueIndex> IndexAsync(CancellationToken ct)
    {
        var state = await StateAsync(ct);
        if (indexes.Find(state) is { } known)
        {
            return known;
        }

        var index = new CatalogueIndex(await ItemsAsync(state.Offered, ct));
        indexes.Keep(state, index);
        return index;
    }

    // The state is read before the products: a change in between makes the index look old, never new.
    private async Task<CatalogueState> StateAsync(CancellationToken ct)
    {
        var sums = await db.Products
            .GroupBy(_ => 1)
            .Select(all => new { Products = all.Count(), Changes = all.Sum(p => (long)p.Version) })
            .SingleOrDefaultAsync(ct);
        return new CatalogueState(scope.Id, sums?.Products ?? 0, sums?.Changes ?? 0, (await room.EntitlementsAsync(ct)).Products);
    }

    /// <summary>What the plan holds, the oldest first; the newest beyond it stay in the catalogue and are not offered (ADR 30).</summary>
    /// <remarks>Neither the floor nor anything else that is the vendor's secret goes on from here.</remarks>
    private async Task<List<CatalogueItem>> ItemsAsync(int offered, CancellationToken ct)
    {
        var products = await db.Products.AsNoTracking().Where(p => p.ArchivedAt == null).OrderBy(p => p.Id).Take(offered).ToListAsync(ct);
        return [.. products.Select(p => new CatalogueItem(p.Id, p.Sku, p.Name, p.Category, p.Description, p.ListPrice, p.PiecesLeft) { Aliases = p.Aliases })];
    }
}
