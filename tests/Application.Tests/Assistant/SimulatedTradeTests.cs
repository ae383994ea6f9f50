using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Orders;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>The simulator runs the very same turn, and leaves the shop alone.</summary>
public sealed class SimulatedTradeTests
{
    [Fact]
    public async Task A_test_order_touches_no_stock_and_is_not_among_the_shops_orders()
    {
        await using var trade = await OpenAsync(stock: 3);
        await trade.SimulateOrderAsync("sim-1", quantity: 2);
        await trade.SimulateConfirmAsync("sim-1");

        var order = Assert.Single(await trade.OrdersAsync());
        Assert.Equal((true, 1, OrderStatus.Confirmed), (order.IsTest, order.Number, order.Status));
        Assert.Equal(3, await trade.StockOfAsync("bazin-riche"));
        Assert.Empty((await trade.Shop.SendAsync(new ListOrders(OrderStatus.Confirmed))).Rows);
        Assert.Null(await trade.Shop.SendAsync(new GetOrder(order.Id, "fr")));
        var day = await trade.Shop.SendAsync(new GetDashboard());
        Assert.Equal((0, 0), (day.Orders.Today, day.OrdersToPrepare));
        Assert.Empty(day.Latest);

        await trade.OrderAsync();
        await trade.ConfirmAsync();
        Assert.Equal(1, (await trade.OrdersAsync()).Single(o => !o.IsTest).Number);
        Assert.Equal(2, await trade.StockOfAsync("bazin-riche"));
    }

    [Fact]
    public async Task What_a_simulation_ordered_is_gone_in_that_simulation_only()
    {
        await using var trade = await OpenAsync(stock: 2);
        await trade.SimulateOrderAsync("sim-1", quantity: 2);
        await trade.SimulateConfirmAsync("sim-1");

        await trade.SimulateAsync("sim-1", "encore un bazin", Steps(Calls("search_catalogue", ("query", "bazin riche")), Cart("add", "bazin-riche")));
        Assert.Contains("out_of_stock", trade.ResultOf("search_catalogue"), StringComparison.Ordinal);
        Assert.Contains("out_of_stock", trade.ResultOf("set_cart"), StringComparison.Ordinal);

        await trade.SimulateAsync("sim-2", "un bazin", Steps(Cart("add", "bazin-riche")));
        Assert.Contains("\"status\":\"ok\"", trade.ResultOf("set_cart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulations_clock_decides_what_has_expired()
    {
        await using var trade = await OpenAsync();
        var start = Installation.Noon.AddDays(30);
        await trade.SimulateAsync("sim-1", "15 000 le bazin ?", Steps(Haggle("offer", 15_000)), start);
        await trade.SimulateAsync("sim-1", "ok", Steps(Haggle("accept")), start.AddMinutes(1));

        await trade.SimulateAsync("sim-1", "je prends le bazin", Steps(Cart("add", "bazin-riche")), start.AddHours(47));
        Assert.DoesNotContain("\"goods\":{\"minor\":15750", trade.ResultOf("set_cart"), StringComparison.Ordinal);

        await trade.SimulateAsync("sim-1", "je le prends toujours", Steps(Cart("set", "bazin-riche")), start.AddHours(50));
        Assert.Contains("\"goods\":{\"minor\":15750", trade.ResultOf("set_cart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_that_is_reset_leaves_nothing_of_its_trade()
    {
        await using var trade = await OpenAsync();
        await trade.SimulateAsync("sim-1", "15 000 le bazin ?", Steps(Haggle("offer", 15_000)));
        await trade.SimulateOrderAsync("sim-1");
        await trade.SimulateConfirmAsync("sim-1");

        await trade.Shop.UseAsync<Simulator, bool>(async simulator =>
        {
            await simulator.ResetAsync("sim-1", TestContext.Current.CancellationToken);
            return true;
        });

        Assert.Equal(0, await trade.Shop.ReadAsync(async db =>
            await db.Orders.CountAsync() + await db.Carts.CountAsync() + await db.Recaps.CountAsync() + await db.PriceOffers.CountAsync()
            + await db.DeliveryQuotes.CountAsync() + await db.Negotiations.CountAsync() + await db.ConversationMemories.CountAsync() + await db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Both_channels_say_and_keep_the_same()
    {
        await using var trade = await OpenAsync();
        var conversation = await trade.OrderAsync();
        await trade.ConfirmAsync();
        var told = (await trade.Shop.ThreadAsync(conversation)).Messages.Where(m => m.Author == MessageAuthor.Assistant).Select(m => m.Text).ToList();

        var simulated = (await trade.SimulateOrderAsync("sim-1")).Concat(await trade.SimulateConfirmAsync("sim-1")).Select(m => m.Text).ToList();

        Assert.Equal(told, simulated);
    }

    [Fact]
    public async Task A_photo_goes_out_as_an_image_with_its_product()
    {
        await using var trade = await OpenAsync();
        await trade.HasPhotosAsync("bazin-riche", "0123456789abcdef0123456789abcdef.jpg");

        var replies = await trade.SimulateAsync("sim-1", "une photo du bazin ?", Steps(Calls("send_product_photo", ("sku", "bazin-riche"))));
        await trade.SayAsync("une photo du bazin ?", Steps(Calls("send_product_photo", ("sku", "bazin-riche"))));

        var image = Assert.Single(replies, reply => reply.Kind == MessageKind.Image);
        Assert.Equal(("bazin-riche", "Bazin riche, 15\u00a0750\u00a0F"), (image.Sku, image.Text));
        Assert.Equal("0123456789abcdef0123456789abcdef.jpg", Assert.Single(trade.Installation.Network.Sent, sent => sent.Content.Kind == MessageKind.Image).Content.File);
    }

    [Fact]
    public async Task A_shared_pin_gives_the_fee_of_its_zone()
    {
        await using var trade = await OpenAsync();

        await trade.SimulateAsync(
            "sim-1", [MessageContent.OfText("livrez ici"), new MessageContent(MessageKind.Location, null, 6.131, 1.251)], Steps(Calls("quote_delivery", ("use_shared_pin", true), ("is_address", true))));

        Assert.Contains("\"zone\":\"be\"", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);
        Assert.Contains("\"fee\":{\"minor\":1000", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);
    }
}
