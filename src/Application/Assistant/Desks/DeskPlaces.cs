using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>The shop's zones and rules of delivery, read when they are first needed.</summary>
internal sealed class DeskPlaces(DeskSources sources, Tenant shop)
{
    private IReadOnlyList<DeliveryZone>? _zones;
    private DeliveryTerms? _terms;

    public async Task<IReadOnlyList<DeliveryZone>> ZonesAsync(CancellationToken ct) =>
        _zones ??= await sources.Db.DeliveryZones.AsNoTracking().Where(z => z.ArchivedAt == null).OrderBy(z => z.Position).ToListAsync(ct);

    public async Task<DeliveryTerms> TermsAsync(CancellationToken ct) =>
        _terms ??= (await sources.Db.DeliveryRules.AsNoTracking().SingleOrDefaultAsync(ct))?.Terms ?? DeliveryTerms.None;

    public async Task<DeliveryZone?> ZoneAsync(ZoneId id, CancellationToken ct) => (await ZonesAsync(ct)).FirstOrDefault(zone => zone.Id == id);

    public async Task<PlaceResolution> LocateAsync(GeoPoint pin, CancellationToken ct) => ZoneLocator.Locate(pin, await ZonesAsync(ct), Shop);

    public async Task<PlaceResolution> LocateAsync(MapsPlace place, CancellationToken ct) => ZoneLocator.Locate(place, await ZonesAsync(ct), Shop);

    public async Task<PlaceResolution> ResolveAsync(string words, CancellationToken ct) =>
        Gazetteer.Of(await ZonesAsync(ct), KnownPlaces.Of(shop.Country, shop.City)).Resolve(words);

    private GeoPoint? Shop => shop.Facts.Location is { } place ? new GeoPoint(place.Latitude, place.Longitude) : null;
}
