using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue;

/// <summary>What lists show of products that they name, archived ones included.</summary>
internal static class FirstPhotos
{
    public static async Task<Dictionary<ProductId, string>> FirstPhotosAsync(this IAppDbContext db, IEnumerable<ProductId> products, CancellationToken ct)
    {
        var ids = products.Distinct().ToArray();
        var found = await db.Products.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Photos }).ToListAsync(ct);
        return found.Where(product => product.Photos.Count > 0).ToDictionary(product => product.Id, product => product.Photos[0]);
    }
}
