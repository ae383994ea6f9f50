using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

namespace WaSaas.Domain.Tests.Negotiation;

public sealed class CartTests
{
    private static readonly PriceRule Shirt = PriceRule.Create(new PriceTerms(10_000, 50) { FloorPrice = 8_000 }).Value!;
    private static readonly PriceRule Shoes = PriceRule.Create(new PriceTerms(20_000, 100) { FloorPrice = 19_000 }).Value!;
    private static readonly PriceRule Socks = PriceRule.Create(new PriceTerms(1_000, 50)).Value!;
    private static readonly ProductId ShirtId = Id.New<ProductId>();
    private static readonly ProductId ShoesId = Id.New<ProductId>();
    private static readonly ProductId SocksId = Id.New<ProductId>();

    [Fact]
    public void What_is_given_is_spread_by_headroom()
    {
        // 300 off, over headrooms of 2 000 and 1 000; the socks have none.
        var said = new Talk(Cart()).Offer(30_700).Last;

        Assert.Equal(Decision.Accept, said.Decision);
        Assert.Equal(30_700, said.Total);
        Assert.Equal([9_800, 19_900, 1_000], new[] { ShirtId, ShoesId, SocksId }.Select(id => said.Lines.Single(line => line.Product == id).Amount));
    }

    [Fact]
    public void A_firm_product_makes_a_firm_cart()
    {
        var firm = PriceRule.Create(new PriceTerms(5_000, 50) { FloorPrice = 4_500, Style = NegotiationStyle.Firm }).Value!;

        Assert.Equal(NegotiationStyle.Firm, CartSubject.Of([Line(ShirtId, Shirt), Line(ShoesId, firm)]).Value!.Rule.Style);
    }

    [Fact]
    public void What_was_agreed_or_final_about_a_product_is_not_opened_again_in_a_cart()
    {
        var agreed = new Talk(new ProductSubject(ShirtId, Shirt)).Ask().Accept();
        var final = new Talk(new ProductSubject(ShoesId, Shoes)).UntilFinal();
        var cart = CartSubject.Of([
            CartLine.Of(ShirtId, Shirt, 1, agreed.Negotiation, Talk.Noon),
            CartLine.Of(ShoesId, Shoes, 1, final.Negotiation, Talk.Noon)]).Value!;

        var said = new Talk(cart).Offer(27_500).Last;

        Assert.Equal((Decision.NotNegotiable, agreed.Last.Total + final.Last.Total), (said.Decision, said.Total));
    }

    [Fact]
    public void Another_basket_does_not_bring_patience_back()
    {
        var before = new Talk(Cart()).UntilFinal().Negotiation;
        var other = CartSubject.Of([Line(ShirtId, Shirt), Line(SocksId, Socks)]).Value!;
        var talk = PriceNegotiation.Start(Id.New<TenantId>(), Id.New<ContactId>(), other, Talk.Noon, before);

        Assert.Equal(Decision.Final, talk.Answer(other, new CustomerMove.Ask(), Talk.Noon).Value!.Decision);
    }

    [Fact]
    public void The_same_basket_is_the_same_subject_in_any_order() => Assert.Equal(
        CartSubject.Of([Line(ShirtId, Shirt), Line(SocksId, Socks)]).Value!.Key,
        CartSubject.Of([Line(SocksId, Socks), Line(ShirtId, Shirt)]).Value!.Key);

    [Fact]
    public void Empty_carts_and_products_twice_are_refused()
    {
        Assert.Equal(NegotiationErrors.CartLines, CartSubject.Of([]).Error);
        Assert.Equal(NegotiationErrors.CartLines, CartSubject.Of([Line(ShirtId, Shirt), Line(ShirtId, Shirt)]).Error);
        Assert.Equal(NegotiationErrors.QuantityRange, CartSubject.Of([CartLine.Of(ShirtId, Shirt, 0, null, Talk.Noon)]).Error);
    }

    [Fact]
    public void A_cart_line_never_tells_its_floor() =>
        Assert.DoesNotContain("8000", CartLine.Of(default, Shirt, 1, null, Talk.Noon).ToString(), StringComparison.Ordinal);

    private static CartSubject Cart() => CartSubject.Of([Line(ShirtId, Shirt), Line(ShoesId, Shoes), Line(SocksId, Socks)]).Value!;

    private static CartLine Line(ProductId id, PriceRule rule) => CartLine.Of(id, rule, 1, null, Talk.Noon);
}
