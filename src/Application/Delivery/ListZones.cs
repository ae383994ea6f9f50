using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>The shop's zones in the vendor's order, with the rules for the whole shop.</summary>
public sealed record ListZones(bool Archived = false) : IQuery<ZoneList>;

public sealed record ZoneList(IReadOnlyList<ZoneRow> Zones, DeliveryTerms Terms, int TermsVersion, Currency Currency);

public sealed record ZoneRow(ZoneId Id, string Code, int Version, bool Archived, ZoneDetails Details);

internal sealed class ListZonesHandler(IAppDbContext db) : IQueryHandler<ListZones, ZoneList>
{
    public async Task<ZoneList> Handle(ListZones query, CancellationToken cancellationToken)
    {
        var zones = await db.DeliveryZones.AsNoTracking()
            .Where(z => z.ArchivedAt != null == query.Archived)
            .OrderBy(z => z.Position)
            .ToListAsync(cancellationToken);
        var rules = await db.DeliveryRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var currency = await db.Tenants.Select(t => t.Currency).SingleAsync(cancellationToken);
        return new ZoneList([.. zones.Select(Row)], rules?.Terms ?? DeliveryTerms.None, rules?.Version ?? 0, currency);
    }

    internal static ZoneRow Row(DeliveryZone zone) => new(zone.Id, zone.Code, zone.Version, zone.ArchivedAt is not null, zone.Details());
}
