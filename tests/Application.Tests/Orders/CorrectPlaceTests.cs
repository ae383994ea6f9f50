using WaSaas.Application.Delivery;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Tests.Orders;

public sealed class CorrectPlaceTests
{
    [Fact]
    public async Task A_place_that_the_vendor_corrects_is_found_in_its_zone_from_then_on_and_the_order_stays()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var order = await OrderedAsync(counter);
        var zone = (await counter.Shop.SendAsync(new AddZone(new ZoneDetails("Adidogomé", 2_000)))).Value;
        Assert.NotEqual(PlaceStatus.Ok, await StatusOfAsync(counter, "Carrefour Limousine"));

        Assert.True((await counter.Shop.SendAsync(new CorrectPlace(order, " Carrefour Limousine ", zone))).IsOk);

        Assert.Equal(["Carrefour Limousine"], (await counter.Shop.SendAsync(new GetZone(zone)))!.Details.Aliases);
        Assert.Equal(PlaceStatus.Ok, await StatusOfAsync(counter, "carrefour limousine"));
        Assert.Equal(("Tokoin", 1_500L), ((await counter.OrderAsync(order)).Place.Zone, (await counter.OrderAsync(order)).Fee));
    }

    [Fact]
    public async Task The_name_of_another_zone_is_refused_and_so_is_a_place_found_everywhere()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var order = await OrderedAsync(counter);
        var zone = (await counter.Shop.SendAsync(new AddZone(new ZoneDetails("Adidogomé", 2_000)))).Value;

        var named = await counter.Shop.SendAsync(new CorrectPlace(order, "TOKOIN", zone));
        var general = await counter.Shop.SendAsync(new CorrectPlace(order, "le marché", zone));

        Assert.Equal(("alias_names_another_zone", "alias_too_general"), (named.Error!.Code, general.Error!.Code));
        Assert.Empty((await counter.Shop.SendAsync(new GetZone(zone)))!.Details.Aliases);
    }

    [Fact]
    public async Task Neither_an_order_nor_a_zone_of_another_shop_is_there()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var (order, neighbour) = (await OrderedAsync(counter), await counter.NeighbourAsync());
        var theirZone = (await neighbour.SendAsync(new AddZone(new ZoneDetails("Bè", 1_000)))).Value;

        Assert.Equal(Error.NotFound, (await neighbour.SendAsync(new CorrectPlace(order, "Forever", theirZone))).Error);
        Assert.Equal(Error.NotFound, (await counter.Shop.SendAsync(new CorrectPlace(order, "Forever", theirZone))).Error);
        Assert.Empty((await neighbour.SendAsync(new GetZone(theirZone)))!.Details.Aliases);
    }

    private static async Task<OrderId> OrderedAsync(Counter counter) => (await counter.ConfirmAsync(await counter.CustomerAsync("Ama"))).Value;

    private static async Task<PlaceStatus> StatusOfAsync(Counter counter, string words)
    {
        var zones = await counter.Shop.ReadAsync(db => Task.FromResult(db.DeliveryZones.ToList()));
        return Gazetteer.Of(zones, []).Resolve(words).Status;
    }
}
