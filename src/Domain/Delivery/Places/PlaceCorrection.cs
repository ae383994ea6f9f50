using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>The vendor says in which zone a place lies: from then on it has that zone's price, and no other's.</summary>
public static class PlaceCorrection
{
    public static Result Learn(string place, DeliveryZone zone, IEnumerable<DeliveryZone> zones)
    {
        var (alias, others) = (place.Trim(), zones.Where(z => z.Id != zone.Id).ToList());
        if (!ZoneChecks.IsPlace(alias))
        {
            return ZoneErrors.AliasLength;
        }

        if (PlaceName.Of(null, alias).Core.Length == 0)
        {
            return ZoneErrors.AliasTooGeneral(alias);
        }

        if (others.Find(z => DeliveryZone.SameName(z.Name, alias)) is { } named)
        {
            return ZoneErrors.AliasNamesAnotherZone(alias, named.Name);
        }

        if (zone.Aliases.Count >= DeliveryZone.MaxAliases && !zone.IsCalled(alias))
        {
            return ZoneErrors.AliasesTooMany;
        }

        others.ForEach(other => other.Unlearn(alias));
        zone.Learn(alias);
        return Result.Ok;
    }
}
