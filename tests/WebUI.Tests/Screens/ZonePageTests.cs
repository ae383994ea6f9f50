using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class ZonePageTests
{
    [Fact]
    public async Task A_zone_is_added_with_its_names_and_shown_with_its_fee()
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);
        Assert.Contains("Pas encore de zone", (await vendor.GetAsync("/zones")).Html);

        var list = await vendor.PostAsync("/zones/add", "/zones/add", ("Input.Name", "Tokoin"), ("Input.Fee", "1 500"), ("Input.Aliases", "Forever\nHédzranawoé"),
            ("Input.CashOnDelivery", "true"), ("Input.Area.Shape", "Circle"), ("Input.Area.Latitude", "6,15"), ("Input.Area.Longitude", "1.23"), ("Input.Area.Kilometres", "2,5"));

        Assert.Equal("/zones", list.At);
        Assert.Contains("1 500 F", list.Html);
        Assert.Contains("<span class=\"pill\">Hédzranawoé</span>", list.Html);
    }

    [Fact]
    public async Task What_cannot_be_read_or_be_a_zone_comes_back_with_what_was_typed()
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var unreadable = await vendor.PostAsync("/zones/add", "/zones/add", ("Input.Name", "Tokoin"), ("Input.Fee", "beaucoup"));
        var refused = await vendor.PostAsync("/zones/add", "/zones/add", ("Input.Name", "Tokoin"), ("Input.Fee", "500"),
            ("Input.Area.Shape", "Band"), ("Input.Area.FromKilometres", "5"), ("Input.Area.ToKilometres", "2"));

        Assert.Equal((422, 422), (unreadable.Status, refused.Status));
        Assert.Contains("value=\"beaucoup\"", unreadable.Html);
        Assert.Contains("Une bande de distance finit plus loin", refused.Html);
    }

    [Fact]
    public async Task Zones_are_moved_withdrawn_and_served_again()
    {
        await using var host = await PageHost.StartAsync();
        var (first, second) = (Zone(host, "Tokoin", 1), Zone(host, "Adidogomé", 2));
        await host.SaveAsync(db => db.DeliveryZones.AddRange(first, second));
        using var vendor = new Visitor(host.Url);

        var moved = await vendor.PostAsync("/zones", "/zones?handler=Move", ("zone", second.Id.Value.ToString()), ("up", "true"));
        Assert.True(moved.Html.IndexOf("Adidogomé", StringComparison.Ordinal) < moved.Html.IndexOf("Tokoin", StringComparison.Ordinal));

        var without = await vendor.PostAsync("/zones", "/zones?handler=Archive", ("zone", first.Id.Value.ToString()));
        Assert.Contains("n’est plus servie", without.Html);
        Assert.Contains("handler=Restore", without.Html);

        var again = await vendor.PostAsync("/zones", "/zones?handler=Restore", ("zone", first.Id.Value.ToString()));
        Assert.Contains($"/zones/{first.Id.Value}", again.Html);
    }

    [Fact]
    public async Task Who_comes_second_to_a_zone_or_the_rules_is_told()
    {
        await using var host = await PageHost.StartAsync();
        var zone = Zone(host, "Tokoin", 1);
        await host.SaveAsync(db => db.DeliveryZones.Add(zone));
        using var vendor = new Visitor(host.Url);
        var page = $"/zones/{zone.Id.Value}";

        var late = await vendor.PostAsync(page, page, ("Input.Version", "0"), ("Input.Name", "Tokoin"), ("Input.Fee", "900"));
        var rules = await vendor.PostAsync("/zones/rules", "/zones/rules", ("Input.Version", "0"), ("Input.FreeFrom", "50 000"), ("Input.Cutoff", "16:00"));
        var lateRules = await vendor.PostAsync("/zones/rules", "/zones/rules", ("Input.Version", "0"), ("Input.FreeFrom", "10"));

        Assert.Equal((422, "/zones", 422), (late.Status, rules.At, lateRules.Status));
        Assert.Contains("Quelqu’un vient de modifier ceci", late.Html);
        Assert.Contains("value=\"50 000\"", (await vendor.GetAsync("/zones/rules")).Html);
    }

    private static DeliveryZone Zone(PageHost host, string name, int position) =>
        DeliveryZone.Add(host.Shop, Domain.Common.TextFold.Slug(name), position, new ZoneDetails(name, 1_000)).Value!;
}
