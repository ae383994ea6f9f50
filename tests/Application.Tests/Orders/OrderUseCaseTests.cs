using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Orders;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Tests.Orders;

public sealed class OrderUseCaseTests
{
    [Fact]
    public async Task A_yes_makes_an_order_takes_the_pieces_and_empties_the_cart()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var ama = await counter.CustomerAsync("Ama", pieces: 2);

        var order = await counter.OrderAsync((await counter.ConfirmAsync(ama)).Value);

        Assert.Equal((1, OrderStatus.Confirmed, 20_000L, 1_500L), (order.Number, order.Status, order.Goods, order.Fee));
        Assert.Equal(3, await counter.StockAsync());
        Assert.Empty((await counter.Shop.ReadAsync(db => db.Carts.SingleAsync())).Lines);
        Assert.NotNull((await counter.Shop.ReadAsync(db => db.PriceOffers.SingleAsync())).UsedBy);
        Assert.Contains("À encaisser : 21 500 F", order.RiderCard.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("portail vert", order.RiderCard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_customers_who_race_for_the_last_piece_one_gets_it()
    {
        await using var counter = await Counter.OpenAsync(stock: 1);
        var (ama, kofi) = (await counter.CustomerAsync("Ama"), await counter.CustomerAsync("Kofi"));

        var outcomes = await Task.WhenAll(Task.Run(() => counter.ConfirmAsync(ama)), Task.Run(() => counter.ConfirmAsync(kofi)));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Equal("out_of_stock", Assert.Single(outcomes, o => !o.IsOk).Error!.Code);
        Assert.Equal(0, await counter.StockAsync());
        Assert.Equal(1, await counter.Shop.ReadAsync(db => db.Orders.CountAsync()));
    }

    [Fact]
    public async Task Of_two_hosts_that_give_the_same_number_the_second_is_refused_and_nothing_of_its_order_stays()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        await counter.ConfirmAsync(await counter.CustomerAsync("Ama"));
        var kofi = await counter.CustomerAsync("Kofi");

        var late = await counter.Shop.UseAsync<IServiceProvider, Result>(services => new UnitOfWorkBehaviour<MoveOrder, Result>(services.GetRequiredService<IUnitOfWork>(), services.GetRequiredService<FollowUps>()).Handle(
            new MoveOrder(default, 0, OrderStatus.Preparing),
            CancellationToken.None,
            async () =>
            {
                var db = services.GetRequiredService<IAppDbContext>();
                db.Orders.Add(Order.Draft(await db.Recaps.SingleAsync(r => r.Id == kofi.Recap), 1, kofi.Yes.ReceivedAt));
                return Result.Ok;
            }));

        Assert.Equal(Error.EditedElsewhere, late.Error);
        Assert.Equal(1, await counter.Shop.ReadAsync(db => db.Orders.CountAsync()));
        Assert.Equal(2, (await counter.OrderAsync((await counter.ConfirmAsync(kofi)).Value)).Number);
    }

    [Fact]
    public async Task A_cancelled_order_that_was_paid_is_refunded_once_and_not_before()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var id = (await counter.ConfirmAsync(await counter.CustomerAsync("Ama"))).Value;
        await counter.Shop.SendAsync(new NoteTender(id, (await counter.OrderAsync(id)).Version, 20_000));
        Assert.Equal(8_500, (await counter.OrderAsync(id)).Payment.ChangeToBring);
        await counter.Shop.SendAsync(new RecordOrderPayment(id, (await counter.OrderAsync(id)).Version, null));

        Assert.Equal(OrderErrors.RefundOpen, (await counter.Shop.SendAsync(new RefundOrder(id, (await counter.OrderAsync(id)).Version))).Error);
        await counter.Shop.SendAsync(new CancelOrder(id, (await counter.OrderAsync(id)).Version, null));
        Assert.True((await counter.Shop.SendAsync(new RefundOrder(id, (await counter.OrderAsync(id)).Version))).IsOk);
        Assert.Equal(OrderErrors.NothingPaid, (await counter.Shop.SendAsync(new RefundOrder(id, (await counter.OrderAsync(id)).Version))).Error);
        Assert.Equal((OrderStatus.Cancelled, PaymentState.Refunded), ((await counter.OrderAsync(id)).Status, (await counter.OrderAsync(id)).Payment.State));
    }

    [Fact]
    public async Task A_receipt_whose_money_did_not_arrive_leaves_the_order_unpaid()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var id = (await counter.ConfirmAsync(await counter.CustomerAsync("Ama"))).Value;
        Assert.Equal(OrderErrors.NoReceipt, (await counter.Shop.SendAsync(new RejectReceipt(id, (await counter.OrderAsync(id)).Version))).Error);
        await counter.Shop.UseAsync<Infrastructure.Persistence.AppDbContext, int>(async db =>
        {
            Assert.True((await db.Orders.SingleAsync()).NoteReceipt(Id.New<MessageId>()).IsOk);
            return await db.SaveChangesAsync();
        });

        Assert.True((await counter.Shop.SendAsync(new RejectReceipt(id, (await counter.OrderAsync(id)).Version))).IsOk);

        Assert.Equal(PaymentState.Unpaid, (await counter.OrderAsync(id)).Payment.State);
    }

    [Fact]
    public async Task A_second_yes_to_the_same_summary_orders_nothing_more()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var ama = await counter.CustomerAsync("Ama");
        await counter.ConfirmAsync(ama);

        Assert.Equal(RecapErrors.Used, (await counter.ConfirmAsync(ama)).Error);

        Assert.Equal(4, await counter.StockAsync());
    }

    [Fact]
    public async Task A_yes_before_the_summary_went_out_counts_for_nothing()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var (recap, yes) = await counter.CustomerAsync("Ama");

        Assert.Equal(RecapErrors.NotSent, (await counter.ConfirmAsync((recap, yes with { Sequence = 9 }))).Error);

        Assert.Equal(5, await counter.StockAsync());
    }

    [Fact]
    public async Task What_left_the_shelves_for_good_cannot_be_ordered()
    {
        await using var counter = await Counter.OpenAsync(stock: null);
        var ama = await counter.CustomerAsync("Ama");
        await counter.Shop.ReadAsync(db => db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.ArchivedAt, DateTimeOffset.UnixEpoch)));

        Assert.Equal("out_of_stock", (await counter.ConfirmAsync(ama)).Error?.Code);
    }

    [Fact]
    public async Task Cancelling_returns_the_pieces_once()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var id = (await counter.ConfirmAsync(await counter.CustomerAsync("Ama", pieces: 2))).Value;
        var version = (await counter.OrderAsync(id)).Version;

        Assert.True((await counter.Shop.SendAsync(new CancelOrder(id, version, "absente"))).IsOk);
        var again = await counter.Shop.SendAsync(new CancelOrder(id, version + 1, null));

        Assert.Equal("order_status", again.Error?.Code);
        Assert.Equal(5, await counter.StockAsync());
        Assert.Equal("absente", (await counter.OrderAsync(id)).CancelReason);
    }

    [Fact]
    public async Task An_order_goes_its_way_step_by_step_and_the_cash_comes_back()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var id = (await counter.ConfirmAsync(await counter.CustomerAsync("Ama"))).Value;
        foreach (var status in new[] { OrderStatus.Preparing, OrderStatus.OutForDelivery, OrderStatus.Delivered })
        {
            var now = await counter.OrderAsync(id);
            Assert.Equal([status], now.Next);
            Assert.True((await counter.Shop.SendAsync(new MoveOrder(id, now.Version, status))).IsOk);
        }

        Assert.True((await counter.Shop.SendAsync(new RecordOrderPayment(id, (await counter.OrderAsync(id)).Version, null))).IsOk);

        var done = await counter.OrderAsync(id);
        Assert.Equal((OrderStatus.Delivered, PaymentState.Paid, 11_500L), (done.Status, done.Payment.State, done.Payment.Received));
        Assert.Empty((await counter.Shop.SendAsync(new ListOrders())).Rows);
        Assert.Single((await counter.Shop.SendAsync(new ListOrders(OrderStatus.Delivered))).Rows);
    }

    [Fact]
    public async Task Who_looks_at_an_old_version_changes_nothing()
    {
        await using var counter = await Counter.OpenAsync(stock: 5);
        var id = (await counter.ConfirmAsync(await counter.CustomerAsync("Ama"))).Value;
        var seen = (await counter.OrderAsync(id)).Version;
        await counter.Shop.SendAsync(new MoveOrder(id, seen, OrderStatus.Preparing));

        Assert.Equal(Error.EditedElsewhere, (await counter.Shop.SendAsync(new CancelOrder(id, seen, null))).Error);
    }
}
