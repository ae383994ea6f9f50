using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

public sealed class AgreementTests
{
    private static readonly PriceTerms Shirt = new(10_000, 50) { FloorPrice = 8_000, Tiers = [new(10, 8_500)] };

    [Fact]
    public void It_holds_for_48_hours_and_raises_the_word()
    {
        var talk = Talk.Over(Shirt).Ask().Accept();

        Assert.Equal(Talk.Noon.AddHours(48), talk.Last.Agreement!.ExpiresAt);
        Assert.Equal(talk.Last.Agreement.Id, Assert.IsType<PriceAgreed>(Assert.Single(talk.Negotiation.Events)).AgreementId);
    }

    [Fact]
    public void It_is_not_opened_again_by_asking_for_less()
    {
        var talk = Talk.Over(Shirt).Ask().Accept();
        var agreed = talk.Last;

        Assert.Equal((ReplyReason.AgreedBefore, agreed.Total, agreed.Agreement), Of(talk.Offer(8_500).Last));
    }

    [Fact]
    public void It_binds_the_unit_price_for_more_pieces_and_the_cheaper_tier_wins()
    {
        var talk = Talk.Over(Shirt).Ask().Accept();

        Assert.Equal(9_700 * 3, talk.Ask(3).Last.Total);
        Assert.Equal(8_500 * 10, talk.Ask(10).Last.Total);
    }

    [Fact]
    public void It_does_not_bind_for_fewer_pieces() =>
        Assert.NotEqual(ReplyReason.AgreedBefore, Talk.Over(Shirt).Accept(10).Ask(1).Last.Reason);

    [Fact]
    public void A_raised_price_does_not_break_it()
    {
        var talk = Talk.Over(Shirt).Ask().Accept();
        talk.Subject = (ProductSubject)talk.Subject with { Rule = PriceRule.Create(Shirt with { ListPrice = 15_000, FloorPrice = 14_000, Tiers = [] }).Value! };

        Assert.Equal(9_700, talk.Ask().Last.Total);
    }

    [Fact]
    public void An_offer_that_was_only_made_falls_with_the_floor_that_it_no_longer_keeps()
    {
        var talk = Talk.Over(Shirt).Ask();
        talk.Subject = (ProductSubject)talk.Subject with { Rule = PriceRule.Create(Shirt with { FloorPrice = 9_900, Tiers = [] }).Value! };

        Assert.True(talk.Accept().Last.Total >= 9_900);
    }

    [Fact]
    public void One_order_uses_it_and_no_second()
    {
        var talk = Talk.Over(Shirt).Ask().Accept();
        var id = talk.Last.Agreement!.Id;

        Assert.True(talk.Negotiation.Use(id, Talk.Noon).IsOk);
        Assert.Equal(NegotiationErrors.AgreementClosed, talk.Negotiation.Use(id, Talk.Noon).Error);
        Assert.NotEqual(ReplyReason.AgreedBefore, talk.Ask().Last.Reason);
    }

    [Fact]
    public void Expired_or_unknown_it_cannot_be_used()
    {
        var talk = Talk.Over(Shirt).Accept();

        Assert.Equal(NegotiationErrors.AgreementExpired, talk.Negotiation.Use(talk.Last.Agreement!.Id, Talk.Noon.AddHours(48)).Error);
        Assert.Equal(NegotiationErrors.AgreementUnknown, talk.Negotiation.Use(Id.New<AgreementId>(), Talk.Noon).Error);
    }

    [Fact]
    public void When_the_goods_run_out_it_is_withdrawn()
    {
        var talk = Talk.Over(Shirt).Accept();
        talk.Negotiation.WithdrawForStockOut();

        Assert.Equal(AgreementStatus.Withdrawn, Assert.Single(talk.Negotiation.Agreements).Status);
        Assert.NotEqual(ReplyReason.AgreedBefore, talk.Ask().Last.Reason);
    }

    [Fact]
    public void Within_the_cool_down_a_haggle_goes_on_and_after_it_starts_afresh()
    {
        var talk = Talk.Over(Shirt).UntilFinal();
        talk.Now += TimeSpan.FromDays(7);
        Assert.Equal(Decision.Final, talk.Ask().Last.Decision);

        talk.Now += TimeSpan.FromDays(7) + TimeSpan.FromTicks(1);
        Assert.Equal((Decision.Counter, 9_700), (talk.Ask().Last.Decision, talk.Last.Unit));
    }

    private static (ReplyReason, long, AgreedPrice?) Of(PriceReply reply) => (reply.Reason, reply.Total, reply.Agreement);
}
