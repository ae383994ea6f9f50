using FsCheck;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

/// <summary>A shop in Lomé with its zones, in the vendor's order.</summary>
internal static class Lome
{
    public static readonly TenantId Shop = Id.New<TenantId>();
    public static readonly ContactId Customer = Id.New<ContactId>();
    public static readonly GeoPoint ShopPin = new(6.1725, 1.2314);
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    public static readonly DeliveryCalendar AlwaysOpen = new("Africa/Lome", [], []);

    /// <summary>Failing properties throw, with the seed that reproduces them.</summary>
    public static void Holds(this Property property, int runs) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), property);

    public static DeliveryZone Zone(string name, long fee = 1_000, params string[] aliases) => Zone(new ZoneDetails(name, fee) { Aliases = aliases });

    public static DeliveryZone Zone(ZoneDetails details, int position = 0) =>
        DeliveryZone.Add(Shop, TextFold.Slug(details.Name), position, details).Value!;

    public static IReadOnlyList<DeliveryZone> Zones() =>
    [
        Zone("Bè", 1_000, "Bè Château", "Akodésséwa"),
        Zone("Bè Kpota", 1_200),
        Zone("Adidogomé", 1_500, "Sagbado", "Pharmacie Sainte Rita", "Carrefour Limousine"),
        Zone("Adakpamé", 1_200),
        Zone("Agoè", 2_000, "Agoè Assiyéyé", "Zone 4"),
        Zone("Tokoin", 800, "Tokoin Hôpital"),
        Zone("Nyékonakpoè", 900),
        Zone("Kégué", 1_300, "Marché"),
        Zone("Hédzranawoé", 1_100, "Zone 3"),
    ];

    public static PlaceResolution Resolve(string text) => Gazetteer.Of(Zones(), KnownPlaces.Of("TG", "Lomé")).Resolve(text);

    public static PlaceResolution Sure(DeliveryZone zone) =>
        new(PlaceStatus.Ok, [new PlaceCandidate(zone.Id, zone.Code, zone.Name, zone.Name)]);
}
