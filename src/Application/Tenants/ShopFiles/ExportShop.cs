using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// The shop in scope as a shop file, floors included: for its owner. What is archived is left out.
/// </summary>
/// <param name="PhotoFolder">Folder beside the file that the photos will lie in; null = they are named as the shop's store knows them.</param>
public sealed record ExportShop(string? PhotoFolder = null) : IQuery<ExportedShop>;

/// <param name="Json">The file's text.</param>
/// <param name="Photos">Names in the shop's store of the photos that it speaks of, each once.</param>
public sealed record ExportedShop(string Json, IReadOnlyList<string> Photos);

internal sealed class ExportShopHandler(IAppDbContext db) : IQueryHandler<ExportShop, ExportedShop>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<ExportedShop> Handle(ExportShop query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var rules = await db.DeliveryRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var zones = await db.DeliveryZones.AsNoTracking().Where(z => z.ArchivedAt == null).OrderBy(z => z.Position).ToListAsync(cancellationToken);
        var products = await db.Products.AsNoTracking().Where(p => p.ArchivedAt == null).OrderBy(p => p.Sku).ToListAsync(cancellationToken);
        var folder = query.PhotoFolder is null ? "" : query.PhotoFolder + "/";
        var written = ShopFileWriter.Write(shop, rules?.Terms ?? DeliveryTerms.None, zones, products, photo => folder + photo);
        return new ExportedShop(JsonSerializer.Serialize(written, Readable), [.. products.SelectMany(p => p.Photos).Distinct(StringComparer.Ordinal)]);
    }
}
