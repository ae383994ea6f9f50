using System.Text.Json;
using FsCheck.Fluent;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class AreaTests
{
    private static readonly PolygonArea Square = new([new(6.1, 1.1), new(6.1, 1.3), new(6.3, 1.3), new(6.3, 1.1)]);
    private static readonly PolygonArea Horseshoe = new([new(0, 0), new(0, 3), new(3, 3), new(3, 2), new(1, 2), new(1, 1), new(3, 1), new(3, 0)]);

    public static TheoryData<ZoneArea, string?> Checked { get; } = new()
    {
        { Square, null },
        { new PolygonArea([new(6, 1), new(6, 2)]), "zone_polygon" },
        { new PolygonArea([new(6, 1), new(6, 2), new(6, 1)]), "zone_polygon" },
        { new PolygonArea([new(6, 1), new(6, 2), new(91, 1)]), "zone_polygon" },
        { new PolygonArea([new(6, 179), new(7, -179), new(6, -179)]), "zone_polygon" },
        { new PolygonArea([]), "zone_polygon" },
        { new CircleArea(Lome.ShopPin, 500), null },
        { new CircleArea(Lome.ShopPin, 0), "zone_circle" },
        { new CircleArea(new(double.NaN, 1), 500), "zone_circle" },
        { new BandArea(0, 3_000), null },
        { new BandArea(3_000, 3_000), "zone_band" },
        { new BandArea(-1, 3_000), "zone_band" },
    };

    [Theory]
    [MemberData(nameof(Checked))]
    public void What_cannot_be_an_area_is_refused(ZoneArea area, string? code) => Assert.Equal(code, area.Check().Error?.Code);

    [Theory]
    [InlineData(0.5, 1.5, true)]
    [InlineData(2, 0.5, true)]
    [InlineData(2, 2.5, true)]
    [InlineData(2, 1.5, false)]
    [InlineData(-0.1, 1.5, false)]
    public void The_bay_of_a_horseshoe_is_outside(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, Horseshoe.Contains(new GeoPoint(latitude, longitude), null));

    [Fact]
    public void Lome_to_Atakpame_is_about_150_kilometres() => Assert.InRange(Lome.ShopPin.MetresTo(new(7.5333, 1.1333)), 149_000, 153_000);

    [Fact]
    public void A_band_counts_roads_not_the_crows_flight()
    {
        var pin = new GeoPoint(Lome.ShopPin.Latitude + 0.0225, Lome.ShopPin.Longitude); // 2.5 km straight, 3.25 km by road

        Assert.False(new BandArea(0, 3_000).Contains(pin, Lome.ShopPin));
        Assert.True(new BandArea(3_000, 4_000).Contains(pin, Lome.ShopPin));
        Assert.False(new BandArea(3_000, 4_000).Contains(pin, null));
    }

    [Fact]
    public void The_first_zone_in_the_vendors_order_that_contains_the_pin_wins()
    {
        var far = Lome.Zone(new ZoneDetails("Far", 3_000) { Area = new BandArea(0, 50_000) }, position: 2);
        var near = Lome.Zone(new ZoneDetails("Near", 500) { Area = new CircleArea(Lome.ShopPin, 5_000) }, position: 1);
        var named = Lome.Zone(new ZoneDetails("Named only", 100), position: 0);
        DeliveryZone[] zones = [far, near, named];

        Assert.Equal("Near", ZoneLocator.Locate(Lome.ShopPin, zones, Lome.ShopPin).Zone!.ZoneName);
        near.MoveTo(3);
        Assert.Equal("Far", ZoneLocator.Locate(Lome.ShopPin, zones, Lome.ShopPin).Zone!.ZoneName);
        far.Archive(Lome.Noon);
        Assert.Equal("Near", ZoneLocator.Locate(Lome.ShopPin, zones, Lome.ShopPin).Zone!.ZoneName);
    }

    [Fact]
    public void A_pin_in_no_zone_is_unknown_and_never_the_nearest()
    {
        var zone = Lome.Zone(new ZoneDetails("A", 1) { Area = Square });

        Assert.Equal(PlaceStatus.Unknown, ZoneLocator.Locate(new GeoPoint(6.5, 1.2), [zone], Lome.ShopPin).Status);
    }

    [Fact]
    public void The_centre_of_a_view_of_the_map_is_asked_about()
    {
        var zone = Lome.Zone(new ZoneDetails("A", 1) { Area = Square });

        Assert.Equal(PlaceStatus.ConfirmPlace, ZoneLocator.Locate(new MapsPlace(new(6.2, 1.2), IsView: true), [zone], null).Status);
        Assert.Equal(PlaceStatus.Ok, ZoneLocator.Locate(new MapsPlace(new(6.2, 1.2), IsView: false), [zone], null).Status);
    }

    [Fact]
    public void Every_pin_lies_in_the_zone_that_is_found_and_in_none_before_it() => Prop.ForAll(
        Gen.Choose(60_000, 64_000).Zip(Gen.Choose(10_000, 14_000)).ToArbitrary(), pair =>
        {
            var pin = new GeoPoint(pair.Item1 / 10_000d, pair.Item2 / 10_000d);
            DeliveryZone[] zones =
            [
                Lome.Zone(new ZoneDetails("Circle", 1) { Area = new CircleArea(Lome.ShopPin, 4_000) }, 0),
                Lome.Zone(new ZoneDetails("Square", 2) { Area = Square }, 1),
                Lome.Zone(new ZoneDetails("Band", 3) { Area = new BandArea(0, 20_000) }, 2),
            ];
            var expected = zones.FirstOrDefault(z => z.Area!.Contains(pin, Lome.ShopPin));
            return ZoneLocator.Locate(pin, zones.Reverse(), Lome.ShopPin).Zone?.ZoneId == expected?.Id;
        }).Holds(300);

    [Fact]
    public void Areas_survive_being_stored()
    {
        foreach (var area in new ZoneArea[] { Square, new CircleArea(Lome.ShopPin, 700), new BandArea(100, 900) })
        {
            Assert.Equal(area, JsonSerializer.Deserialize<ZoneArea>(JsonSerializer.Serialize(area)));
        }
    }
}
