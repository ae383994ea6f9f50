using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Orders;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Orders;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Tenants;

/// <summary>The vendor's day, at noon UTC of 24 November; an order of the counter is 10,000 and 1,500 for the way.</summary>
public sealed class DashboardTests
{
    private const long OneOrder = 11_500;

    [Fact]
    public async Task Days_begin_at_midnight_of_the_shop_and_not_of_the_server()
    {
        await using var counter = await Counter.OpenAsync(stock: null);
        await MoveAsync(counter.Shop, "Indian/Antananarivo");
        var lateYesterdayHere = await SoldAsync(counter, "awa", new DateTimeOffset(2026, 11, 23, 20, 59, 0, TimeSpan.Zero));
        var earlyTodayHere = await SoldAsync(counter, "kofi", new DateTimeOffset(2026, 11, 23, 21, 0, 0, TimeSpan.Zero));

        var day = await counter.Shop.SendAsync(new GetDashboard());

        Assert.Equal((1, 0), day.Orders);
        Assert.Equal(new DateOnly(2026, 11, 24), day.Days[^1].Day);
        Assert.Equal([OneOrder, OneOrder], day.Days.TakeLast(2).Select(d => d.Amount.Minor));
        Assert.Equal([earlyTodayHere, lateYesterdayHere], day.Latest.Select(o => o.Id));
        await MoveAsync(counter.Shop, "Africa/Lome");
        Assert.Equal((0, 0), (await counter.Shop.SendAsync(new GetDashboard())).Orders);
    }

    [Fact]
    public async Task Today_stands_beside_the_same_day_a_week_ago_and_this_week_beside_the_one_before()
    {
        await using var counter = await Counter.OpenAsync(stock: null);
        await SoldAsync(counter, "awa", Installation.Noon);
        await SoldAsync(counter, "kofi", Installation.Noon.AddDays(-6));
        await SoldAsync(counter, "ama", Installation.Noon.AddDays(-7));
        await SoldAsync(counter, "esi", Installation.Noon.AddDays(-13));
        await SoldAsync(counter, "old", Installation.Noon.AddDays(-14));

        var day = await counter.Shop.SendAsync(new GetDashboard());

        Assert.Equal((1, 1), day.Orders);
        Assert.Equal((2 * OneOrder, 2 * OneOrder), day.Sales);
        Assert.Equal(5, day.OrdersToPrepare);
        Assert.Equal([OneOrder, 0, 0, 0, 0, 0, OneOrder], day.Days.Select(d => d.Amount.Minor));
    }

    [Fact]
    public async Task Cancelled_orders_and_those_of_trials_are_no_sales()
    {
        await using var counter = await Counter.OpenAsync(stock: null);
        var cancelled = await SoldAsync(counter, "awa", Installation.Noon);
        Assert.True((await counter.Shop.SendAsync(new CancelOrder(cancelled, (await counter.OrderAsync(cancelled)).Version, null))).IsOk);
        var trial = await SoldAsync(counter, "kofi", Installation.Noon);
        await counter.Shop.ReadAsync(db => db.Orders.Where(o => o.Id == trial).ExecuteUpdateAsync(set => set.SetProperty(o => o.IsTest, true)));

        var day = await counter.Shop.SendAsync(new GetDashboard());

        Assert.Equal(((0, 0), 0, (0L, 0L)), (day.Orders, day.OrdersToPrepare, day.Sales));
        Assert.Equal([cancelled], day.Latest.Select(o => o.Id));
    }

    [Fact]
    public async Task Nothing_of_another_shop_is_counted()
    {
        await using var counter = await Counter.OpenAsync(stock: 2);
        await SoldAsync(counter, "awa", Installation.Noon);
        var neighbour = await counter.NeighbourAsync();

        var day = await neighbour.SendAsync(new GetDashboard());

        Assert.Equal(((0, 0), (0, 0), 0, 0, 0), (day.Customers, day.Orders, day.Served, day.Waiting, day.OrdersToPrepare));
        Assert.All(day.Days, d => Assert.Equal(0, d.Amount.Minor));
        Assert.True(day is { Latest: [], Low: [], HandOffs: [], ToCheck: [] });
    }

    [Fact]
    public async Task Customers_whom_the_assistant_answered_are_time_saved_each_once_and_those_who_wait_are_all_counted()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        for (var i = 0; i < 2; i++)
        {
            await AnsweredAsync(installation, shop, "kossi@lid", handOff: null);
        }

        foreach (var customer in new[] { "1@lid", "2@lid", "3@lid", "4@lid" })
        {
            await AnsweredAsync(installation, shop, customer, handOff: "complaint");
        }

        var day = await shop.SendAsync(new GetDashboard());

        Assert.Equal(((5, 0), 5, 4, 3), (day.Customers, day.Served, day.Waiting, day.HandOffs.Count));
        Assert.Equal(TimeSpan.FromMinutes(5 * Dashboard.MinutesPerCustomer), day.TimeSaved);
        installation.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(((0, 5), 0, TimeSpan.Zero), await TodayAsync(shop));
    }

    [Fact]
    public async Task What_sells_and_will_be_gone_within_days_is_named_and_what_does_not_sell_is_not()
    {
        await using var counter = await Counter.OpenAsync(stock: 16);
        Assert.Empty((await counter.Shop.SendAsync(new GetDashboard())).Low);

        await SoldAsync(counter, "awa", Installation.Noon.AddDays(-1), pieces: 7);
        Assert.Empty((await counter.Shop.SendAsync(new GetDashboard())).Low);
        await SoldAsync(counter, "kofi", Installation.Noon.AddDays(-2), pieces: 7);

        // 14 in 14 days, one a day; two are left.
        var low = Assert.Single((await counter.Shop.SendAsync(new GetDashboard())).Low);
        Assert.Equal(("Wax", 2, 2), (low.Name, low.Left, low.DaysLeft));
    }

    private static async Task<((int Today, int LastWeek) Customers, int Served, TimeSpan Saved)> TodayAsync(Shop shop)
    {
        var day = await shop.SendAsync(new GetDashboard());
        return (day.Customers, day.Served, day.TimeSaved);
    }

    private static async Task AnsweredAsync(Installation installation, Shop shop, string customer, string? handOff)
    {
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Bien sûr.") with { HandOffReason = handOff });
        var heard = await shop.HearAsync("Bonjour", customer);
        installation.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await shop.AnswerAsync(heard.ConversationId));
    }

    private static async Task<OrderId> SoldAsync(Counter counter, string customer, DateTimeOffset at, int pieces = 1)
    {
        var sold = await counter.ConfirmAsync(await counter.CustomerAsync(customer, pieces));
        Assert.True(sold.IsOk);
        await counter.Shop.ReadAsync(db => db.Orders.Where(o => o.Id == sold.Value).ExecuteUpdateAsync(set => set.SetProperty(o => o.CreatedAt, at)));
        return sold.Value;
    }

    private static Task MoveAsync(Shop shop, string zone) => shop.ChangeAsync(tenant => tenant.ChangeProfile(new ShopProfile("Maison Adjoa", Currency.Xof, TimeZone: zone)));
}
