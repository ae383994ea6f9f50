using FsCheck.Fluent;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>How a haggle runs and ends (ASSISTANT.md 2.2, P5, P6, P8 and P12).</summary>
public sealed class CourseProperties
{
    [Fact]
    public void P05_every_haggle_comes_to_a_final_offer_in_time_and_it_does_not_move() => Property.Holds(Scripts.Unending, script =>
    {
        var said = Talk.Play(script).ToArray();
        var open = said.TakeWhile(exchange => exchange.Reply.Decision is not (Decision.Final or Decision.Accept)).Count(exchange => exchange.IsHaggling);
        var limit = StyleTerms.Of(script.Terms.Style);
        return open <= (2 * limit.Rounds) + limit.FreeAsks
            && said.Where(exchange => exchange.Reply.Decision == Decision.Final)
                .GroupBy(exchange => exchange.Quantity)
                .All(finals => finals.DistinctBy(exchange => exchange.Reply.Unit).Count() == 1)
            && !said.SkipWhile(exchange => exchange.Reply.Decision != Decision.Final).Any(exchange => exchange.Reply.Decision == Decision.Counter);
    });

    [Fact]
    public void P06_what_was_agreed_stays_agreed_for_its_quantity_and_more() => Property.Holds(Scripts.Any, script =>
    {
        var said = Talk.Play(script);
        return said.Index().Where(item => item.Item.IsAgreed).All(agreed => said
            .Skip(agreed.Index + 1)
            .Where(later => later.Quantity >= agreed.Item.Quantity)
            .All(later => later.Reply.Reason == ReplyReason.AgreedBefore && later.Reply.Unit <= agreed.Item.Reply.Unit));
    });

    [Fact]
    public void P08_the_same_words_get_the_same_answers_and_storing_in_between_changes_nothing() => Property.Holds(Scripts.Any, script =>
    {
        var state = Talk.Over(script.Terms).Hear(script.Moves).Negotiation.State;
        return Talk.Play(script).Select(said => said.Text).SequenceEqual(Talk.Play(script).Select(said => said.Text))
            && OfferLadder.Parse(state.Offers.ToString()) == state.Offers;
    });

    [Fact]
    public void P12_an_agreement_holds_to_its_expiry_and_gives_no_claim_after() => Property.Holds(Scripts.Any, script =>
    {
        var talk = Talk.Over(script.Terms).Hear(script.Moves).Accept();
        var agreed = talk.Last;
        talk.Now = agreed.Agreement!.ExpiresAt.AddTicks(-1);
        var before = talk.Offer(1).Last;
        talk.Now = agreed.Agreement.ExpiresAt;
        var after = talk.Offer(1).Last;
        return (before.Total, before.Agreement, before.Reason) == (agreed.Total, agreed.Agreement, ReplyReason.AgreedBefore)
            && after.Reason != ReplyReason.AgreedBefore && after.Agreement?.Id != agreed.Agreement.Id
            && talk.Negotiation.Use(agreed.Agreement.Id, talk.Now).Error is not null;
    });

    [Fact]
    public void Sleeping_on_it_within_the_cool_down_gains_nothing() => Property.Holds(Scripts.Unending, script =>
    {
        var (awake, sleepy) = (Talk.Over(script.Terms), Talk.Over(script.Terms with { Validity = PriceRule.MaxValidity, CoolDown = TimeSpan.FromDays(7) }));
        foreach (var move in script.Moves.Take(12))
        {
            awake.Hear(move);
            sleepy.Hear(move);
            sleepy.Now += TimeSpan.FromDays(2);
        }

        return awake.Exchanges.Select(said => said.Reply.Unit).SequenceEqual(sleepy.Exchanges.Select(said => said.Reply.Unit));
    });
}
