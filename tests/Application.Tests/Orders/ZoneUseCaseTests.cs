using WaSaas.Application.Delivery;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tests.Orders;

public sealed class ZoneUseCaseTests
{
    [Fact]
    public async Task Zones_stand_in_the_vendors_order_and_an_archived_one_comes_back()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var first = (await shop.SendAsync(new AddZone(new ZoneDetails("Tokoin", 1_000) { Aliases = ["Forever"] }))).Value;
        var second = (await shop.SendAsync(new AddZone(new ZoneDetails("Bè", 1_500) { Area = new BandArea(0, 5_000) }))).Value;

        await shop.SendAsync(new MoveZone(second, Up: true));
        Assert.Equal(["Bè", "Tokoin"], (await shop.SendAsync(new ListZones())).Zones.Select(z => z.Details.Name));

        await shop.SendAsync(new ArchiveZone(first));
        Assert.Equal([second], (await shop.SendAsync(new ListZones())).Zones.Select(z => z.Id));

        await shop.SendAsync(new RestoreZone(first));
        Assert.Equal(new BandArea(0, 5_000), (await shop.SendAsync(new ListZones())).Zones[0].Details.Area);
    }

    [Fact]
    public async Task Who_edits_an_old_version_of_a_zone_or_the_rules_is_told()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var zone = (await shop.SendAsync(new AddZone(new ZoneDetails("Tokoin", 1_000)))).Value;
        var seen = (await shop.SendAsync(new GetZone(zone)))!;
        await shop.SendAsync(new EditZone(zone, seen.Version, seen.Details with { Fee = 1_200 }));
        await shop.SendAsync(new ChangeDeliveryTerms(0, new DeliveryTerms { FreeFrom = 50_000 }));

        Assert.Equal(Error.EditedElsewhere, (await shop.SendAsync(new EditZone(zone, seen.Version, seen.Details))).Error);
        Assert.Equal(Error.EditedElsewhere, (await shop.SendAsync(new ChangeDeliveryTerms(0, new DeliveryTerms()))).Error);
        Assert.Equal((1_200L, 50_000L), ((await shop.SendAsync(new GetZone(zone)))!.Details.Fee, (await shop.SendAsync(new ListZones())).Terms.FreeFrom));
    }

    [Fact]
    public async Task A_zone_of_another_shop_is_not_there()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, other) = (await installation.OpenShopAsync(), await installation.OpenShopAsync("Chez Awa"));
        var zone = (await shop.SendAsync(new AddZone(new ZoneDetails("Tokoin", 1_000)))).Value;

        Assert.Null(await other.SendAsync(new GetZone(zone)));
        Assert.Equal(Error.NotFound, (await other.SendAsync(new ArchiveZone(zone))).Error);
    }
}
