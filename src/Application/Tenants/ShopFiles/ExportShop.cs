using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// The shop in scope as a shop file, floors included: for its owner. What is archived is left out; photos are named as
/// the shop's store knows them.
/// </summary>
public sealed record ExportShop : IQuery<string>;

internal sealed class ExportShopHandler(IAppDbContext db) : IQueryHandler<ExportShop, string>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<string> Handle(ExportShop query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var rules = await db.DeliveryRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var zones = await db.DeliveryZones.AsNoTracking().Where(z => z.ArchivedAt == null).OrderBy(z => z.Position).ToListAsync(cancellationToken);
        var products = await db.Products.AsNoTracking().Where(p => p.ArchivedAt == null).OrderBy(p => p.Sku).ToListAsync(cancellationToken);
        return JsonSerializer.Serialize(ShopFileWriter.Write(shop, rules?.Terms ?? DeliveryTerms.None, zones, products), Readable);
    }
}
