using FsCheck;
using FsCheck.Fluent;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>The same invariants when a whole cart is haggled over.</summary>
public sealed class CartProperties
{
    private const int MovesPerCart = 20;
    private const int Carts = 1_500;
    private static readonly int[] Quantities = [1, 1, 2, 3, 10];

    [Fact]
    public void P01_no_line_of_a_cart_goes_below_its_floor() => Holds(basket => basket.Play().All(said =>
        said.Reply.Lines.All(line => line.Amount >= basket.FloorOf(line))));

    [Fact]
    public void P02_no_line_of_a_cart_costs_more_than_alone() => Holds(basket => basket.Play().All(said =>
        said.Reply.Lines.All(line => line.Amount <= basket.PublicPriceOf(line))));

    [Fact]
    public void P03_a_carts_price_never_rises() => Holds(basket =>
    {
        var offers = basket.Play().Where(said => !said.IsAgreed).Select(said => said.Reply.Unit).ToArray();
        return offers.Zip(offers.Skip(1)).All(pair => pair.Second <= pair.First);
    });

    [Fact]
    public void P09_a_carts_lines_add_up_to_what_was_said() => Holds(basket => basket.Play().All(said =>
        said.Reply.Lines.Count == basket.Lines.Length
        && said.Reply.Lines.Sum(line => line.Amount) == said.Reply.Unit
        && (said.Reply.Reason != ReplyReason.NumberTaken || said.Reply.Unit == ((CustomerMove.Offer)said.Move).Amount)));

    private static void Holds(Func<Basket, bool> property) => Property.Holds(Arb.From(Baskets()), property, Carts);

    private static Gen<Basket> Baskets() =>
        from count in Gen.Choose(1, 6)
        from terms in Scripts.Terms.ArrayOf(count)
        from quantities in Gen.Elements(Quantities).ArrayOf(count)
        from shares in Gen.Choose(-50, 1100).ArrayOf(MovesPerCart)
        select new Basket([.. terms.Zip(quantities, (term, quantity) => new BasketLine(Id.New<ProductId>(), term, quantity))], shares);

    internal sealed record BasketLine(ProductId Product, PriceTerms Terms, int Quantity);

    /// <param name="Lines">What is in it.</param>
    /// <param name="Shares">The customer's numbers in per mille of the full price; below zero = asks without a number.</param>
    internal sealed record Basket(BasketLine[] Lines, int[] Shares)
    {
        public IReadOnlyList<Exchange> Play()
        {
            var cart = CartSubject.Of([.. Lines.Select(line =>
                CartLine.Of(line.Product, PriceRule.Create(line.Terms).Value!, line.Quantity, null, Talk.Noon))]).Value!;
            return new Talk(cart).Hear(Shares.Select(share => Move(cart.Rule.ListPrice, share))).Exchanges;
        }

        public long FloorOf(PriceLine line) => Math.Min(PublicPriceOf(line), new Script(Of(line).Terms, Of(line).Terms, 0, []).Floor * line.Quantity);

        public long PublicPriceOf(PriceLine line) => PriceRule.Create(Of(line).Terms).Value!.PublicPrice(line.Quantity) * line.Quantity;

        public override string ToString() => $"[{string.Join(", ", Lines.AsEnumerable())}]: {string.Join(' ', Shares)}";

        private static CustomerMove Move(long price, int share) => share < 0
            ? new CustomerMove.Ask()
            : new CustomerMove.Offer(price * share / 1000);

        private BasketLine Of(PriceLine line) => Lines.Single(own => own.Product == line.Product);
    }
}
