using FsCheck.Fluent;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class CartTests
{
    [Fact]
    public void A_cart_adds_up_what_was_offered()
    {
        var cart = Sale.Ready().Cart;

        Assert.Equal((28_100L, 1_200, 2), (cart.Goods, cart.Parcel.Grams, cart.QuantityOf(Sale.Wax)));
    }

    [Fact]
    public void A_product_is_one_line_and_the_last_quantity_counts()
    {
        var sale = Sale.Ready();

        sale.Put(Sale.Wax, "Wax bleu", 3, 40_000);

        Assert.Equal([(Sale.Wax, 3, 40_000L), (Sale.Soap, 1, 600L)], sale.Cart.Lines.Select(l => (l.Shelf, l.Quantity, l.Amount)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void Impossible_quantities_are_refused(int quantity)
    {
        var sale = Sale.Ready();
        var version = sale.Cart.Version;

        Assert.Equal(CartErrors.Quantity, sale.Cart.Put(sale.Offer(Sale.Soap, 1, 500), "Savon", quantity, 0, Sale.Noon).Error);
        Assert.Equal(version, sale.Cart.Version);
    }

    [Fact]
    public void A_price_that_was_not_said_to_this_customer_for_this_quantity_is_refused()
    {
        var sale = new Sale();
        var (offer, late) = (sale.Offer(Sale.Wax, 2, 27_500), Sale.Noon.AddHours(48));
        var other = Cart.Open(Lome.Shop, Id.New<ContactId>(), Sale.Chat, Sale.Noon);

        Assert.Equal(CartErrors.NoOffer, sale.Cart.Put(offer, "Wax", 1, 0, Sale.Noon).Error);
        Assert.Equal(CartErrors.NoOffer, sale.Cart.Put(offer, "Wax", 2, 0, late).Error);
        Assert.Equal(CartErrors.NoOffer, other.Put(offer, "Wax", 2, 0, Sale.Noon).Error);
        Assert.True(sale.Cart.Put(offer, "Wax", 2, 0, late.AddTicks(-1)).IsOk);
    }

    [Fact]
    public void More_pieces_cost_the_offered_rate_rounded_up() => Assert.Equal(41_252, new Sale().Offer(Sale.Wax, 2, 27_501).AmountFor(3));

    [Fact]
    public void There_is_no_total_while_the_fee_of_this_cart_is_unknown()
    {
        var sale = Sale.Ready();
        Assert.Equal(28_915, sale.Cart.Total(sale.Quote, Sale.Noon).Value);

        Assert.Equal(CartErrors.FeeUnknown, sale.Cart.Total(null, Sale.Noon).Error);
        Assert.Equal(CartErrors.FeeUnknown, sale.Cart.Total(sale.Quote, Sale.Noon.AddHours(24)).Error);

        sale.Put(Sale.Soap, "Savon", 2, 1_200);
        Assert.Equal(CartErrors.FeeUnknown, sale.Cart.Total(sale.Quote, Sale.Noon).Error);
        Assert.Equal(CartErrors.FeeUnknown, sale.Cart.DeliverFor(sale.Quote!, Sale.Noon).Error);
    }

    [Fact]
    public void What_is_missing_is_told_all_at_once()
    {
        var cart = new Sale().Cart;

        Assert.Equal([CartGap.Items, CartGap.Place, CartGap.Fee, CartGap.Name, CartGap.Phone], cart.Missing(null, Sale.Noon));
        Assert.Empty(Sale.Ready() is var sale ? sale.Cart.Missing(sale.Quote, Sale.Noon) : []);
    }

    [Fact]
    public void A_place_that_was_only_asked_about_is_no_address()
    {
        var sale = Sale.Ready();
        var asked = DeliveryQuote.For(
            Lome.Customer, Lome.Sure(sale.Zone) with { IsAsked = true }, sale.Zone, DeliveryTerms.None, sale.Destination, sale.Cart.Parcel, Sale.Noon).Value!;

        Assert.True(sale.Cart.DeliverFor(asked, Sale.Noon).IsOk);

        Assert.Equal([CartGap.Place], sale.Cart.Missing(asked, Sale.Noon));
    }

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_lines_and_changes_with_each_line()
    {
        var (a, b) = (new Sale(), new Sale());
        a.Put(Sale.Wax, "Wax", 2, 27_500);
        a.Put(Sale.Soap, "Savon", 1, 600);
        b.Put(Sale.Soap, "Savon", 1, 600);
        b.Put(Sale.Wax, "Wax", 2, 27_500);

        Assert.Equal(a.Cart.Hash, b.Cart.Hash);
        b.Put(Sale.Wax, "Wax", 2, 27_400);
        Assert.NotEqual(a.Cart.Hash, b.Cart.Hash);
    }

    [Fact]
    public void Removing_and_clearing_leave_who_the_customer_is()
    {
        var cart = Sale.Ready().Cart;

        Assert.True(cart.Remove(Sale.Wax, Sale.Noon).IsOk);
        Assert.Equal(CartErrors.NotInCart, cart.Remove(Sale.Wax, Sale.Noon).Error);
        cart.Clear(Sale.Noon);

        Assert.Equal((0, null, "Ama K."), (cart.Lines.Count, cart.QuoteId, cart.Recipient.Name));
    }

    [Theory]
    [InlineData("12345", "phone_form")]
    [InlineData("1234567890123456", "phone_form")]
    [InlineData("90 00 00 01", null)]
    public void A_phone_number_has_a_plausible_length(string phone, string? code) =>
        Assert.Equal(code, new Sale().Cart.Know(new Recipient(Phone: phone), Sale.Noon).Error?.Code);

    [Fact]
    public void A_fee_promised_with_a_price_is_taken_off()
    {
        var sale = new Sale();
        Assert.True(sale.Cart.Put(sale.Offer(Sale.Wax, 1, 14_000, grantedFee: 5_000), "Wax", 1, 0, Sale.Noon).IsOk);

        sale.AskFee(Sale.Noon);

        Assert.Equal((0L, 14_000L), (sale.Quote!.Fee.Total, sale.Cart.Total(sale.Quote, Sale.Noon).Value));
    }

    [Fact]
    public void Goods_are_always_the_sum_of_the_lines_whatever_is_put_and_removed() => Prop.ForAll(
        Gen.Choose(0, 3).Four().ListOf().ToArbitrary(), moves =>
        {
            var (sale, expected) = (new Sale(), new Dictionary<Shelf, long>());
            foreach (var (which, quantity, price, remove) in moves)
            {
                var shelf = which % 2 == 0 ? Sale.Wax : Sale.Soap;
                if (remove == 0 ? sale.Cart.Remove(shelf, Sale.Noon).IsOk : Put(sale, shelf, quantity, price * 100))
                {
                    _ = remove == 0 ? expected.Remove(shelf) : (expected[shelf] = price * 100 * quantity) >= 0;
                }
            }

            return sale.Cart.Goods == expected.Values.Sum() && sale.Cart.Lines.Count == expected.Count;
        }).Holds(500);

    private static bool Put(Sale sale, Shelf shelf, int quantity, long price) =>
        sale.Cart.Put(sale.Offer(shelf, 1, price), "thing", quantity, 0, Sale.Noon).IsOk;
}
