using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

public sealed class PriceRuleTests
{
    private static readonly PriceTerms Shirt = new(10_000, 100) { FloorPrice = 8_000 };

    public static TheoryData<PriceTerms, Error> Contradictions => new()
    {
        { Shirt with { ListPrice = 0 }, NegotiationErrors.ListPriceRange },
        { Shirt with { FloorPrice = 10_001 }, NegotiationErrors.FloorAbovePrice },
        { Shirt with { FloorPrice = 0 }, NegotiationErrors.FloorAbovePrice },
        { Shirt with { MaxDiscountPercent = 100 }, NegotiationErrors.DiscountRange },
        { Shirt with { Step = 0 }, NegotiationErrors.StepRange },
        { Shirt with { Style = (NegotiationStyle)9 }, NegotiationErrors.UnknownStyle },
        { Shirt with { Validity = TimeSpan.Zero }, NegotiationErrors.ValidityRange },
        { Shirt with { CoolDown = TimeSpan.FromDays(-1) }, NegotiationErrors.CoolDownRange },
        { Shirt with { Tiers = [new(1, 9_000)] }, NegotiationErrors.TierQuantity(1) },
        { Shirt with { Tiers = [new(5, 9_000), new(5, 8_500)] }, NegotiationErrors.TierQuantity(5) },
        { Shirt with { Tiers = [new(5, 10_500)] }, NegotiationErrors.TierAbovePrice(5, 10_500) },
        { Shirt with { Tiers = [new(5, 8_500), new(10, 9_000)] }, NegotiationErrors.TierAbovePrice(10, 9_000) },
        { Shirt with { Tiers = [new(5, 7_999)] }, NegotiationErrors.TierBelowFloor(5, 7_999) },
        { new PriceTerms(10_000, 100) { Tiers = [new(5, 0)] }, NegotiationErrors.TierBelowFloor(5, 0) },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Contradictory_terms_are_refused_with_the_reason(PriceTerms terms, Error reason) =>
        Assert.Equal(reason, PriceRule.Create(terms).Error);

    [Fact]
    public void Tiers_may_be_written_in_any_order_and_the_price_follows_the_quantity()
    {
        var rule = PriceRule.Create(Shirt with { Tiers = [new(10, 8_500), new(3, 9_500)] }).Value!;

        Assert.Equal([10_000, 9_500, 9_500, 8_500], new[] { 1, 3, 9, 10 }.Select(rule.PublicPrice));
    }

    [Fact]
    public void Without_a_floor_and_without_a_discount_the_price_is_fixed()
    {
        var talk = Talk.Over(new PriceTerms(10_000, 100)).Ask().Offer(9_900);

        Assert.All(talk.Exchanges, said => Assert.Equal((Decision.NotNegotiable, 10_000), (said.Reply.Decision, said.Reply.Unit)));
    }

    [Fact]
    public void Marked_as_not_negotiable_it_is_not_even_with_a_floor() =>
        Assert.Equal(Decision.NotNegotiable, Talk.Over(Shirt with { Negotiable = false }).Offer(9_900).Last.Decision);

    [Fact]
    public void Less_than_a_step_of_room_is_nothing_to_talk_about() =>
        Assert.Equal(Decision.NotNegotiable, Talk.Over(Shirt with { FloorPrice = 9_901 }).Offer(9_950).Last.Decision);

    [Fact]
    public void Even_a_fixed_price_can_be_agreed_and_holds() =>
        Assert.NotNull(Talk.Over(new PriceTerms(10_000, 100)).Accept().Last.Agreement);

    [Fact]
    public void Of_a_floor_and_a_largest_discount_the_higher_one_counts()
    {
        var terms = new PriceTerms(10_000, 300) { FloorPrice = 7_000, MaxDiscountPercent = 20, Style = NegotiationStyle.Generous };

        // 8 000 rounded up to the step of 300 is 8 100; a generous shop takes it at the very end, and nothing below.
        Assert.Equal(Decision.Final, Talk.Over(terms).UntilFinal().Offer(8_099).Last.Decision);
        Assert.Equal(Decision.Accept, Talk.Over(terms).UntilFinal().Offer(8_100).Last.Decision);
    }

    [Theory]
    [InlineData("XOF", 300, 25)]
    [InlineData("XOF", 4_000, 100)]
    [InlineData("XOF", 15_000, 250)]
    [InlineData("XOF", 60_000, 1_000)]
    [InlineData("EUR", 90, 5)]
    [InlineData("EUR", 2_490, 50)]
    [InlineData("EUR", 120_000, 2_500)]
    public void Without_a_step_of_the_vendor_prices_move_by_a_natural_one(string currency, long price, long step) =>
        Assert.Equal(step, PriceStep.Natural(price, Currency.Of(currency)));

    [Theory]
    [InlineData(NegotiationStyle.Firm, 0.5)]
    [InlineData(NegotiationStyle.Balanced, 0.8)]
    [InlineData(NegotiationStyle.Generous, 1.5)]
    public void The_tables_are_the_curve_to_the_per_mille(NegotiationStyle style, double beta)
    {
        var terms = StyleTerms.Of(style);

        Assert.Equal(
            Enumerable.Range(0, terms.HalfRounds + 1).Select(half => (int)Math.Round(1000 * Math.Pow((double)half / terms.HalfRounds, 1 / beta))),
            terms.Curve);
    }
}
