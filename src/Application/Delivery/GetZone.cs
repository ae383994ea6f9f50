using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>One zone for its form; null when the shop has no such zone.</summary>
public sealed record GetZone(ZoneId Id) : IQuery<ZoneRow?>;

internal sealed class GetZoneHandler(IAppDbContext db) : IQueryHandler<GetZone, ZoneRow?>
{
    public async Task<ZoneRow?> Handle(GetZone query, CancellationToken cancellationToken) =>
        await db.DeliveryZones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == query.Id, cancellationToken) is { } zone ? ListZonesHandler.Row(zone) : null;
}
