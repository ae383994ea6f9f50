using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class DeliveryZoneTests
{
    private static readonly ZoneDetails Good = new("Tokoin", 800) { Aliases = ["Hôpital Tokoin", "hopital tokoin", " Gbadago "] };

    public static TheoryData<ZoneDetails, string> Refused { get; } = new()
    {
        { Good with { Name = "" }, "zone_name_length" },
        { Good with { Name = "!?" }, "zone_name_length" },
        { Good with { Name = new string('a', 81) }, "zone_name_length" },
        { Good with { Fee = -1 }, "zone_amount_range" },
        { Good with { MinimumOrder = -1 }, "zone_amount_range" },
        { Good with { FreeFrom = DeliveryZone.MaxAmount + 1 }, "zone_amount_range" },
        { Good with { Aliases = ["..."] }, "alias_length" },
        { Good with { Aliases = [.. Enumerable.Range(0, 501).Select(i => $"p{i}")] }, "aliases_too_many" },
        { Good with { Eta = new string('a', 121) }, "zone_eta_length" },
        { Good with { Area = new BandArea(2, 1) }, "zone_band" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_contradicts_itself_is_refused_and_changes_nothing(ZoneDetails details, string code)
    {
        var zone = Lome.Zone(Good);

        Assert.Equal(code, zone.Change(details).Error!.Code);

        Assert.Equal(("Tokoin", 800L, 2, 1), (zone.Name, zone.Fee, zone.Aliases.Count, zone.Version));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bè")]
    [InlineData("be kpota")]
    [InlineData("-be")]
    public void A_code_is_a_slug(string code) => Assert.Equal(ZoneErrors.CodeForm, DeliveryZone.Add(Lome.Shop, code, 0, Good).Error);

    [Fact]
    public void Each_change_counts_up_the_version_and_is_announced()
    {
        var zone = Lome.Zone(Good);
        zone.MoveTo(3);
        zone.MoveTo(3);
        zone.Archive(Lome.Noon);
        zone.Restore();

        Assert.Equal((4, 4), (zone.Version, zone.TakeEvents().OfType<DeliveryChanged>().Count()));
    }

    [Fact]
    public void A_correction_becomes_an_alias()
    {
        var zones = Lome.Zones();
        Assert.Equal(PlaceStatus.Unknown, Gazetteer.Of(zones, []).Resolve("derrière la pharmacie Bon Secours").Status);

        Assert.True(PlaceCorrection.Learn("Pharmacie Bon Secours", zones[5], zones).IsOk);

        Assert.Equal("Tokoin", Gazetteer.Of(zones, []).Resolve("derrière la pharmacie bon-secours").Zone!.ZoneName);
    }

    [Fact]
    public void A_correction_takes_the_alias_from_the_zone_that_had_it()
    {
        var zones = Lome.Zones();

        Assert.True(PlaceCorrection.Learn("sagbado", zones[4], zones).IsOk);

        Assert.Equal("Agoè", Gazetteer.Of(zones, []).Resolve("Sagbado").Zone!.ZoneName);
        Assert.DoesNotContain("Sagbado", zones[2].Aliases);
    }

    [Fact]
    public void A_correction_said_twice_is_one_alias()
    {
        var zones = Lome.Zones();
        PlaceCorrection.Learn("Amoutivé", zones[5], zones);
        var version = zones[5].Version;

        Assert.True(PlaceCorrection.Learn("AMOUTIVE", zones[5], zones).IsOk);

        Assert.Equal(version, zones[5].Version);
    }

    [Theory]
    [InlineData("Kégué", "alias_names_another_zone")]
    [InlineData("la pharmacie", "alias_too_general")]
    [InlineData("merci", "alias_too_general")]
    [InlineData("  ", "alias_length")]
    public void A_correction_that_would_misprice_others_is_refused(string place, string code)
    {
        var zones = Lome.Zones();

        Assert.Equal(code, PlaceCorrection.Learn(place, zones[5], zones).Error!.Code);

        Assert.All(zones, z => Assert.Equal(1, z.Version));
    }
}
