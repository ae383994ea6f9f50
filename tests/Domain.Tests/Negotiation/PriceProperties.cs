using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>What holds for every price that is said, whatever a customer does (ASSISTANT.md 2.2, P1–P4, P7 and P9).</summary>
public sealed class PriceProperties
{
    [Fact]
    public void P01_no_price_bundle_or_gift_goes_below_the_floors() => Property.Holds(Scripts.Any, script => Talk
        .Play(script)
        .All(said => said.Reply.Unit >= script.Floor
            && KeepsFloors(script, said.Reply.Lines, said.Reply.Agreement?.WaivedDelivery ?? 0)
            && said.Reply.Alternatives.Where(IsOurs).All(way => KeepsFloors(script, way.Lines, way.WaivedDelivery))));

    [Fact]
    public void P02_no_price_is_above_the_public_price_for_the_quantity() => Property.Holds(Scripts.Any, script =>
    {
        var rule = script.Rule;
        return Talk.Play(script).All(said => said.Reply.Unit <= rule.PublicPrice(said.Quantity)
            && said.Reply.Lines[0].Amount <= rule.PublicPrice(said.Quantity) * said.Quantity);
    });

    [Fact]
    public void P03_offers_never_rise_and_more_pieces_never_cost_more_each() => Property.Holds(Scripts.Any, script =>
    {
        var offers = Talk.Play(script).Where(said => !said.IsAgreed).ToArray();
        return Pairs(offers).All(pair => pair.Later.Quantity < pair.Earlier.Quantity || pair.Later.Reply.Unit <= pair.Earlier.Reply.Unit);
    });

    [Fact]
    public void P04_an_acceptance_is_never_above_an_offer_made_nor_above_the_customers_number() => Property.Holds(Scripts.Any, script =>
    {
        var said = Talk.Play(script);
        return Pairs(said).All(pair => !pair.Later.IsAgreed || pair.Later.Quantity < pair.Earlier.Quantity || pair.Later.Reply.Unit <= pair.Earlier.Reply.Unit)
            && said.All(exchange => !exchange.IsConcluded || exchange.Reply.Total <= NumberOf(exchange.Move));
    });

    [Fact]
    public void P07_a_price_lies_on_a_step_or_is_the_public_price_or_the_customers_number() => Property.Holds(Scripts.Any, script =>
    {
        var rule = script.Rule;
        var numbers = script.Moves.OfType<CustomerMove.Offer>().Select(UnitOf).ToHashSet();
        return Talk.Play(script).All(said => said.Reply.Unit % rule.Step == 0
            || said.Reply.Unit == rule.PublicPrice(said.Quantity)
            || (said.IsAgreed && numbers.Contains(said.Reply.Unit)));
    });

    [Fact]
    public void P09_the_lines_add_up_to_what_was_said_to_the_last_franc() => Property.Holds(Scripts.Any, script => Talk
        .Play(script)
        .All(said => said.IsConcluded && said.Move is CustomerMove.Offer && said.Reply.Reason == ReplyReason.NumberTaken
            ? said.Reply.Total == NumberOf(said.Move)
            : said.IsAgreed || said.Reply.Lines.Sum(line => line.Amount) == said.Reply.Unit * said.Quantity));

    private static bool IsOurs(Alternative way) =>
        way.Kind is AlternativeKind.NextTier or AlternativeKind.Bundle or AlternativeKind.FreeDelivery;

    private static bool KeepsFloors(Script script, IReadOnlyList<PriceLine> lines, long waived)
    {
        var (own, companions) = (lines[0], lines.Skip(1));
        return own.Amount - waived >= script.Floor * own.Quantity && companions.All(line => line.Amount >= script.AccessoryFloor);
    }

    private static decimal NumberOf(CustomerMove move) => move is CustomerMove.Offer offer
        ? offer.Basis == AmountBasis.Total ? offer.Amount : (decimal)offer.Amount * offer.Quantity
        : decimal.MaxValue;

    private static long UnitOf(CustomerMove.Offer offer) => offer.Basis == AmountBasis.Total
        ? (long)Math.Ceiling((decimal)offer.Amount / offer.Quantity)
        : offer.Amount;

    private static IEnumerable<(Exchange Earlier, Exchange Later)> Pairs(IReadOnlyList<Exchange> said) =>
        from later in Enumerable.Range(0, said.Count)
        from earlier in Enumerable.Range(0, later)
        select (said[earlier], said[later]);
}
