using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

public static class ZoneErrors
{
    public static readonly Error CodeForm =
        new("zone_code_form", $"A zone's code has 1 to {DeliveryZone.MaxCodeLength} of a to z, 0 to 9, hyphen.", DeliveryZone.MaxCodeLength);

    public static readonly Error CodeTaken = new("zone_code_taken", "Another zone has this code already.");

    public static readonly Error NameLength =
        new("zone_name_length", $"A zone's name has 1 to {DeliveryZone.MaxNameLength} characters.", DeliveryZone.MaxNameLength);

    public static readonly Error EtaLength =
        new("zone_eta_length", $"The delivery time has at most {DeliveryZone.MaxEtaLength} characters.", DeliveryZone.MaxEtaLength);

    public static readonly Error AmountRange = new("zone_amount_range", "Fees and thresholds are zero or more.");

    public static readonly Error BadPolygon = new(
        "zone_polygon", $"A drawn zone has 3 to {PolygonArea.MaxCorners} different corners on the map.", PolygonArea.MaxCorners);

    public static readonly Error BadCircle = new("zone_circle", "A circle needs a centre on the map and a radius above zero.");

    public static readonly Error BadBand = new("zone_band", "A distance band ends farther away than it starts.");

    public static readonly Error AliasLength =
        new("alias_length", $"A place has 1 to {DeliveryZone.MaxNameLength} characters with letters or digits.", DeliveryZone.MaxNameLength);

    public static readonly Error AliasesTooMany =
        new("aliases_too_many", $"A zone has at most {DeliveryZone.MaxAliases} other names.", DeliveryZone.MaxAliases);

    public static Error AliasTooGeneral(string alias) =>
        new("alias_too_general", $"'{alias}' is found everywhere. Add what tells this one apart.", alias);

    public static Error AliasNamesAnotherZone(string alias, string zone) =>
        new("alias_names_another_zone", $"'{alias}' is the name of the zone '{zone}'.", alias, zone);
}

public static class DeliveryErrors
{
    public static readonly Error AmountRange = new("delivery_amount_range", "Amounts and weights are zero or more.");

    public static readonly Error RoundTo = new("delivery_round_to", "Fees are rounded up to a step of at least one.");

    public static readonly Error FreeZonesWithoutThreshold =
        new("free_zones_without_threshold", "Zones with free delivery need the amount from which it is free.");

    public static readonly Error PlaceNotSure =
        new("place_not_sure", "There is no fee before the place is certain.");

    public static readonly Error NotACandidate = new("not_a_candidate", "This zone was not among those that were asked about.");

    public static Error UnknownFreeZone(string code) =>
        new("unknown_free_zone", $"There is no zone with the code '{code}'.", code);

    /// <summary>Values: the minimum and what is missing to it, in minor units.</summary>
    public static Error MinimumOrder(long minimum, long missing) =>
        new("minimum_order", $"This zone is served from {minimum} (minor units); {missing} are missing.", minimum, missing);
}
