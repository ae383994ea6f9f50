using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

public sealed class BasisTests
{
    private static readonly PriceTerms Shirt = new(10_000, 50) { FloorPrice = 8_000, Style = NegotiationStyle.Generous };

    [Fact]
    public void An_amount_that_could_be_either_is_asked_about_and_costs_nothing()
    {
        var talk = Talk.Over(Shirt).Offer(9_000, 2, AmountBasis.Unsaid);

        Assert.Equal((Decision.Hold, ReplyReason.UnitOrTotal), (talk.Last.Decision, talk.Last.Reason));
        Assert.Equal(HaggleState.Fresh, talk.Negotiation.State);
    }

    [Fact]
    public void More_than_one_costs_must_be_for_all() =>
        Assert.Equal(19_500, Talk.Over(Shirt).Offer(19_500, 2, AmountBasis.Unsaid).Last.Total);

    [Fact]
    public void Too_little_for_all_must_be_for_one() =>
        Assert.Equal(19_400, Talk.Over(Shirt).Offer(9_700, 3, AmountBasis.Unsaid).Last.Unit * 2);

    [Fact]
    public void For_a_single_piece_there_is_nothing_to_ask() =>
        Assert.Equal(Decision.Counter, Talk.Over(Shirt).Offer(9_000, 1, AmountBasis.Unsaid).Last.Decision);

    [Fact]
    public void A_total_that_does_not_divide_evenly_is_kept_to_the_franc()
    {
        var said = Talk.Over(Shirt).Offer(29_000, 3, AmountBasis.Total).Last;

        Assert.Equal((29_000, 9_667), (said.Total, said.Unit));
    }
}
