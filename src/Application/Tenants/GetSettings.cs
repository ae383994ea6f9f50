using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>What the vendor edits of her shop and its assistant.</summary>
public sealed record GetSettings : IQuery<ShopSettings>;

/// <param name="Version">To be given back with a change.</param>
/// <param name="Profile">Who the shop is.</param>
/// <param name="Facts">What the assistant may tell of it.</param>
/// <param name="Assistant">How the assistant presents itself.</param>
/// <param name="Sales">How it sells.</param>
/// <param name="NearFloors">Amounts in texts that customers read, each close to a floor price.</param>
public sealed record ShopSettings(
    int Version, ShopProfile Profile, ShopFacts Facts, AssistantProfile Assistant, SalesRules Sales, IReadOnlyList<Money> NearFloors);

internal sealed class GetSettingsHandler(IAppDbContext db) : IQueryHandler<GetSettings, ShopSettings>
{
    public async Task<ShopSettings> Handle(GetSettings query, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var profile = new ShopProfile(shop.Name, shop.Currency, shop.Locale, shop.TimeZone, shop.City, shop.Country, shop.Address);
        var prices = await db.Products
            .Where(p => p.ArchivedAt == null)
            .Select(p => new FloorLint.Prices(p.ListPrice, p.FloorPrice))
            .ToListAsync(cancellationToken);
        return new ShopSettings(shop.Version, profile, shop.Facts, shop.Assistant, shop.Sales, FloorLint.Find(shop, prices));
    }
}
