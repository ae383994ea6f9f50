using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>A shirt at 10 000, floor 8 000, balanced: 1 700 usable, 1 360 in the final offer.</summary>
public sealed class HaggleTests
{
    private static readonly PriceTerms Shirt = new(10_000, 50) { FloorPrice = 8_000 };

    [Fact]
    public void A_number_at_or_above_the_price_pays_the_price_and_not_more()
    {
        var said = Talk.Over(Shirt).Offer(12_000).Last;

        Assert.Equal((Decision.Accept, ReplyReason.StandingTaken, 10_000), (said.Decision, said.Reason, said.Total));
    }

    [Fact]
    public void A_number_above_the_standing_offer_is_taken_at_the_standing_offer()
    {
        var talk = Talk.Over(Shirt).Ask();
        var standing = talk.Last.Unit;

        Assert.Equal(standing, talk.Offer(standing + 30).Last.Total);
    }

    [Fact]
    public void A_number_as_good_as_the_next_offer_is_taken_as_it_is()
    {
        // After one round the curve stands at 10 000 - 1 700 x 0.177, which the step makes 9 700.
        Assert.Equal((Decision.Accept, 9_730), Decided(Talk.Over(Shirt).Offer(9_730)));
        Assert.Equal((Decision.Accept, 9_700), Decided(Talk.Over(Shirt).Offer(9_700)));
        Assert.Equal((Decision.Counter, 9_850), Decided(Talk.Over(Shirt).Offer(9_690)));
    }

    [Fact]
    public void Where_half_way_lies_above_what_stands_the_price_stands()
    {
        var talk = Talk.Over(Shirt).Offer(8_000).Offer(8_400).Offer(8_700);

        Assert.Equal((Decision.Hold, 9_300), Decided(talk));
        Assert.Equal(ReplyReason.PriceStands, talk.Last.Reason);
    }

    [Fact]
    public void Asking_without_a_number_pays_twice_and_then_not_any_more()
    {
        var said = Talk.Over(Shirt).Ask().Ask().Ask().Ask().Exchanges.Select(exchange => (exchange.Reply.Unit, exchange.Reply.Reason));

        Assert.Equal([(9_700, ReplyReason.Concession), (9_300, ReplyReason.Concession), (9_300, ReplyReason.NameYourPrice), (9_300, ReplyReason.NameYourPrice)], said);
    }

    [Fact]
    public void Insisting_on_a_lowball_gains_nothing()
    {
        var talk = Talk.Over(Shirt).Offer(4_000).Offer(4_000).Offer(4_000);

        Assert.Equal([9_700, 9_700, 9_700], talk.Exchanges.Select(said => said.Reply.Unit));
        Assert.Equal(ReplyReason.PriceStands, talk.Last.Reason);
    }

    [Fact]
    public void Insisting_on_a_fair_number_gains_half_a_round()
    {
        var talk = Talk.Over(Shirt).Offer(7_000).Offer(7_000);

        Assert.Equal(3, talk.Negotiation.State.HalfRounds);
        Assert.Equal(9_550, talk.Last.Unit);
    }

    [Fact]
    public void Going_down_gains_nothing() =>
        Assert.Equal(2, Talk.Over(Shirt).Offer(8_000).Offer(7_500).Offer(7_900).Negotiation.State.HalfRounds);

    [Fact]
    public void The_final_offer_gives_its_share_and_stands()
    {
        var talk = Talk.Over(Shirt).Offer(5_000).Offer(5_500).Offer(6_000).Offer(6_200);

        Assert.Equal((Decision.Final, 8_650), Decided(talk));
        Assert.Equal((Decision.Final, 8_650), Decided(talk.Ask()));
    }

    [Fact]
    public void After_the_final_offer_two_numbers_are_weighed_and_no_third()
    {
        // Floor 8 000 and half of the unusable 300: 8 150 is the last acceptable number.
        Assert.Equal(Decision.Accept, Talk.Over(Shirt).UntilFinal().Offer(8_000).Offer(8_150).Last.Decision);
        Assert.Equal(Decision.Final, Talk.Over(Shirt).UntilFinal().Offer(8_149).Last.Decision);
        Assert.Equal(Decision.Final, Talk.Over(Shirt).UntilFinal().Offer(8_000).Offer(8_050).Offer(8_600).Last.Decision);
    }

    [Fact]
    public void After_the_final_offer_its_price_can_still_be_had() =>
        Assert.Equal((Decision.Accept, 8_650), Decided(Talk.Over(Shirt).UntilFinal().Offer(1).Offer(2).Offer(3).Accept()));

    [Fact]
    public void Zero_is_no_price() => Assert.Equal(ReplyReason.NotAPrice, Talk.Over(Shirt).Offer(0).Last.Reason);

    [Fact]
    public void A_quantity_that_nobody_sells_is_refused_and_changes_nothing()
    {
        var talk = Talk.Over(Shirt).Ask();
        var before = talk.Negotiation.State;

        Assert.Equal(NegotiationErrors.QuantityRange, talk.Negotiation.Answer(talk.Subject, new CustomerMove.Ask(0), Talk.Noon).Error);
        Assert.Equal(before, talk.Negotiation.State);
    }

    [Fact]
    public void The_price_for_more_pieces_is_told_without_costing_a_round()
    {
        var talk = Talk.Over(Shirt with { Tiers = [new(5, 9_200)] }).Ask().Ask(5);

        Assert.Equal((ReplyReason.PriceForQuantity, 9_200), (talk.Last.Reason, talk.Last.Unit));
        Assert.Equal(2, talk.Negotiation.State.HalfRounds);
    }

    [Fact]
    public void Fewer_pieces_go_back_to_what_was_offered_for_them()
    {
        var talk = Talk.Over(Shirt with { Tiers = [new(5, 9_200)] }).Ask().Ask(5).Ask(1);

        Assert.Equal(9_700, talk.Last.Unit);
    }

    private static (Decision, long) Decided(Talk talk) => (talk.Last.Decision, talk.Last.Unit);
}
