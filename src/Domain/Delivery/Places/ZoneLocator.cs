namespace WaSaas.Domain.Delivery.Places;

/// <summary>The zone of a pin: the first in the vendor's order that contains it, or none. Never the nearest one.</summary>
public static class ZoneLocator
{
    public static PlaceResolution Locate(GeoPoint pin, IEnumerable<DeliveryZone> zones, GeoPoint? shop)
    {
        var zone = zones.Where(z => z.ArchivedAt is null)
            .OrderBy(z => z.Position)
            .FirstOrDefault(z => pin.IsOnEarth() && z.Area?.Contains(pin, shop) == true);

        return zone is null
            ? PlaceResolution.Unknown
            : new PlaceResolution(PlaceStatus.Ok, [PlaceResolution.CandidateOf(zone, zone.Name)]);
    }

    /// <summary>A link to a place counts as a pin; the centre of a mere view of the map is asked about.</summary>
    public static PlaceResolution Locate(MapsPlace place, IEnumerable<DeliveryZone> zones, GeoPoint? shop)
    {
        var found = Locate(place.Point, zones, shop);
        return place.IsView && found.Status == PlaceStatus.Ok ? found with { Status = PlaceStatus.ConfirmPlace } : found;
    }
}
