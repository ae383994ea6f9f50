using FsCheck.Fluent;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class StockTests
{
    [Theory]
    [InlineData(1, 1, true, 0)]
    [InlineData(0, 1, false, -1)]
    [InlineData(3, 2, true, 1)]
    [InlineData(null, 500, true, null)]
    [InlineData(3, 0, false, 3)]
    [InlineData(3, -1, false, 4)]
    [InlineData(null, 0, false, null)]
    public void Only_what_is_there_is_taken(int? onHand, int quantity, bool taken, int? left) =>
        Assert.Equal((taken, left), (Stock.TryTake(onHand, quantity, out var rest), rest));

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(null, 2, null)]
    public void What_is_not_counted_stays_uncounted(int? onHand, int quantity, int? after) => Assert.Equal(after, Stock.PutBack(onHand, quantity));

    [Fact]
    public void Two_lines_of_one_shelf_draw_on_it_together()
    {
        OrderLine[] lines = [Line(Sale.Wax, 2), Line(Sale.Wax, 2), Line(Sale.Soap, 1)];

        Assert.Equal("out_of_stock", Stock.TakeAll(lines, shelf => new(shelf, 3)).Error!.Code);
        Assert.Equal([new StockMove(Sale.Wax, 4), new StockMove(Sale.Soap, 1)], Stock.TakeAll(lines, shelf => new(shelf, 4)).Value!);
    }

    [Fact]
    public void Variants_without_a_count_of_their_own_draw_on_their_product_together()
    {
        var red = Sale.Wax with { Variant = "rouge" };
        OrderLine[] lines = [Line(Sale.Wax, 2), Line(red, 2)];
        static ShelfCount Product(Shelf shelf, int pieces) => new(shelf with { Variant = null }, pieces);

        Assert.Equal(["thing", 3], Stock.TakeAll(lines, shelf => Product(shelf, 3)).Error!.Values);
        Assert.Equal([new StockMove(Sale.Wax, 2), new StockMove(red, 2)], Stock.TakeAll(lines, shelf => Product(shelf, 4)).Value!);
    }

    [Fact]
    public void Taking_and_putting_back_is_as_if_nothing_happened() => Prop.ForAll(
        Gen.Choose(0, 50).Zip(Gen.Choose(1, 60)).ToArbitrary(), pair =>
        {
            var (onHand, quantity) = pair;
            return Stock.TryTake(onHand, quantity, out var left) == quantity <= onHand
                && (quantity > onHand || (left >= 0 && Stock.PutBack(left, quantity) == onHand));
        }).Holds(500);

    private static OrderLine Line(Shelf shelf, int quantity) => new(shelf, "thing", quantity, 100, default);
}
