using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>The ground of a shop, to be drawn without any outside service: where it is and where its zones lie.</summary>
/// <param name="Shop">Null when the shop has not told.</param>
/// <param name="Zones">Those that have an area, in the vendor's order.</param>
public sealed record ZoneMap(GeoPoint? Shop, IReadOnlyList<MappedZone> Zones)
{
    /// <summary>The zone of a pin, found as for its fee: the first in the vendor's order.</summary>
    public MappedZone? At(GeoPoint pin) => Zones.FirstOrDefault(zone => pin.IsOnEarth() && zone.Area.Contains(pin, Shop));

    internal static async Task<ZoneMap> ReadAsync(IAppDbContext db, CancellationToken ct)
    {
        var zones = await db.DeliveryZones.AsNoTracking().Where(z => z.ArchivedAt == null).OrderBy(z => z.Position).ToListAsync(ct);
        var shop = await db.Tenants.AsNoTracking().SingleAsync(ct);
        return new ZoneMap(
            shop.Facts.Location is { } at ? new GeoPoint(at.Latitude, at.Longitude) : null,
            [.. zones.Where(zone => zone.Area is not null).Select(zone => new MappedZone(zone.Id, zone.Name, zone.Area!))]);
    }
}

public sealed record MappedZone(ZoneId Id, string Name, ZoneArea Area);
