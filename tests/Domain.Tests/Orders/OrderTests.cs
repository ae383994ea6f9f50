using FsCheck.Fluent;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class OrderTests
{
    private static readonly Dictionary<OrderStatus, OrderStatus[]> May = new()
    {
        [OrderStatus.Draft] = [OrderStatus.Cancelled],
        [OrderStatus.Confirmed] = [OrderStatus.Preparing, OrderStatus.Cancelled],
        [OrderStatus.Preparing] = [OrderStatus.OutForDelivery, OrderStatus.Cancelled],
        [OrderStatus.OutForDelivery] = [OrderStatus.Delivered, OrderStatus.Cancelled],
        [OrderStatus.Delivered] = [],
        [OrderStatus.Cancelled] = [],
    };

    public static TheoryData<OrderStatus, OrderStatus, bool> Moves { get; } = new(
        from status in Enum.GetValues<OrderStatus>()
        from next in Enum.GetValues<OrderStatus>()
        where next is not (OrderStatus.Draft or OrderStatus.Confirmed)
        select (status, next, May[status].Contains(next)));

    [Theory]
    [MemberData(nameof(Moves))]
    public void An_order_goes_only_where_the_table_lets_it(OrderStatus from, OrderStatus to, bool allowed)
    {
        var order = Sale.In(from);
        Assert.Equal(from, order.Status);
        var (steps, version) = (order.Steps.Count, order.Version);

        var result = Sale.To(order, to);

        Assert.Equal(allowed ? null : "order_status", result.Error?.Code);
        Assert.Equal((allowed ? to : from, allowed ? steps + 1 : steps), (order.Status, order.Steps.Count));
        Assert.Equal(allowed, order.Version > version);
    }

    [Theory]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Preparing)]
    [InlineData(OrderStatus.OutForDelivery)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Cancelled)]
    public void Only_a_draft_is_confirmed(OrderStatus from)
    {
        var order = Sale.In(from);
        var sale = Sale.Ready();

        Assert.Equal("order_status", order.Confirm(sale.Yes(sale.SentRecap()), Sale.Noon).Error!.Code);
    }

    [Fact]
    public void The_table_and_the_verbs_agree()
    {
        foreach (var from in Enum.GetValues<OrderStatus>())
        {
            OrderStatus[] confirmed = from == OrderStatus.Draft ? [OrderStatus.Confirmed] : [];
            Assert.Equal([.. confirmed, .. May[from]], OrderTransitions.From(from));
        }
    }

    [Fact]
    public void A_yes_takes_stock_once_per_shelf_and_uses_up_recap_and_offers()
    {
        var sale = Sale.Ready();
        var recap = sale.SentRecap();
        var order = Order.Draft(recap, 7, Sale.Noon);

        var moves = order.Confirm(sale.Yes(recap, onHand: 2), Sale.Noon.AddMinutes(2)).Value!;

        Assert.Equal([new StockMove(Sale.Wax, 2), new StockMove(Sale.Soap, 1)], moves);
        Assert.True(order.HoldsStock);
        Assert.Equal(order.Id, recap.OrderId);
        Assert.All(sale.Offers, offer => Assert.Equal(order.Id, offer.UsedBy));
        Assert.Equal([new OrderMoved(Lome.Shop, order.Id, OrderStatus.Draft, OrderStatus.Confirmed)], order.TakeEvents());
    }

    [Fact]
    public void The_second_yes_to_one_recap_is_refused()
    {
        var sale = Sale.Ready();
        var (recap, again) = (sale.SentRecap(), sale.Recap().Value!);
        var (first, second) = (Order.Draft(recap, 7, Sale.Noon), Order.Draft(recap, 8, Sale.Noon));
        var yes = new OrderConfirmation(recap, again, Sale.Answer(), sale.Offers, shelf => new(shelf, null));

        Assert.True(first.Confirm(yes, Sale.Noon).IsOk);

        Assert.Equal(RecapErrors.Used, second.Confirm(yes, Sale.Noon).Error);
        Assert.Equal(OrderStatus.Draft, second.Status);
    }

    [Fact]
    public void Not_enough_stock_refuses_all_of_it_and_changes_nothing()
    {
        var sale = Sale.Ready();
        var recap = sale.SentRecap();
        var order = Order.Draft(recap, 7, Sale.Noon);
        var yes = sale.Yes(recap) with { OnHand = shelf => new(shelf, shelf == Sale.Wax ? 1 : 10) };

        var error = order.Confirm(yes, Sale.Noon).Error!;

        Assert.Equal("out_of_stock", error.Code);
        Assert.Equal(["Wax bleu", 1], error.Values);
        Assert.Equal((OrderStatus.Draft, false, 0), (order.Status, order.HoldsStock, order.Version));
        Assert.Null(recap.OrderId);
        Assert.All(sale.Offers, offer => Assert.Null(offer.UsedBy));
    }

    [Fact]
    public void An_order_drafted_from_another_recap_is_not_confirmed()
    {
        var sale = Sale.Ready();
        var order = Order.Draft(sale.SentRecap(), 7, Sale.Noon);

        Assert.Equal(OrderErrors.OtherRecap, order.Confirm(sale.Yes(sale.SentRecap()), Sale.Noon).Error);
    }

    [Fact]
    public void Cancelling_returns_stock_once()
    {
        var order = Sale.Confirmed();

        Assert.Equal([new StockMove(Sale.Wax, 2), new StockMove(Sale.Soap, 1)], order.Cancel(null, "changed her mind", Sale.Noon).Value!);
        Assert.Equal("order_status", order.Cancel(null, null, Sale.Noon).Error!.Code);
        Assert.Equal("changed her mind", order.CancelReason);
    }

    [Fact]
    public void Cancelling_a_draft_returns_nothing() => Assert.Empty(Sale.In(OrderStatus.Draft).Cancel(Sale.Afi, null, Sale.Noon).Value!);

    [Fact]
    public void Whatever_is_done_to_orders_the_shelves_and_the_orders_hold_the_same_pieces_together() => Prop.ForAll(
        Gen.Choose(0, 11).ListOf().ToArbitrary(), deeds =>
        {
            var (onHand, orders) = (3, new List<Order>());
            foreach (var deed in deeds)
            {
                onHand += Do(deed, orders, onHand);
            }

            var held = orders.Where(o => o.HoldsStock).Sum(o => o.Lines.Where(l => l.Shelf == Sale.Wax).Sum(l => l.Quantity));
            return onHand >= 0 && onHand + held == 3;
        }).Holds(200);

    /// <summary>A new order for two pieces of wax, or a deed on one that exists; answers how the shelf changes.</summary>
    private static int Do(int deed, List<Order> orders, int onHand)
    {
        if (deed < 4 || orders.Count == 0)
        {
            var sale = Sale.Ready();
            var recap = sale.SentRecap();
            orders.Add(Order.Draft(recap, orders.Count + 1, Sale.Noon));
            var yes = sale.Yes(recap) with { OnHand = shelf => new(shelf, shelf == Sale.Wax ? onHand : null) };
            return -Wax(orders[^1].Confirm(yes, Sale.Noon.AddMinutes(2)).Value);
        }

        var order = orders[deed % orders.Count];
        if (deed < 8)
        {
            return Wax(order.Cancel(null, null, Sale.Noon).Value);
        }

        Sale.To(order, deed switch { 8 or 9 => OrderStatus.Preparing, 10 => OrderStatus.OutForDelivery, _ => OrderStatus.Delivered });
        return 0;
    }

    private static int Wax(StockMove[]? moves) => moves?.Where(m => m.Shelf == Sale.Wax).Sum(m => m.Quantity) ?? 0;
}
