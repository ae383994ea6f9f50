using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>A shirt whose final price is 8 650 and whose last acceptable number is 8 150: 500 are left to give.</summary>
public sealed class DeadlockTests
{
    private static readonly PriceTerms Shirt = new(10_000, 50) { FloorPrice = 8_000 };
    private static readonly ProductId Belt = Id.New<ProductId>();

    [Fact]
    public void Before_the_final_offer_there_are_no_ways_out() =>
        Assert.Empty(Talk.Over(Shirt, new SalesAids { DeliveryFee = 100 }).Ask().Last.Alternatives);

    [Fact]
    public void The_next_tier_is_offered_at_its_own_final_price()
    {
        var way = Way(Talk.Over(Shirt with { Tiers = [new(5, 8_400)] }).UntilFinal(), AlternativeKind.NextTier);

        Assert.Equal((5, 5 * 8_150), (way!.Quantity, way.Total));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void Delivery_is_free_only_if_what_is_left_pays_for_it(long fee, bool free)
    {
        var talk = Talk.Over(Shirt, new SalesAids { DeliveryFee = fee }).UntilFinal();

        Assert.Equal(free, Way(talk, AlternativeKind.FreeDelivery) is not null);
        Assert.Equal(free, talk.Negotiation.Answer(talk.Subject, new CustomerMove.Take(AlternativeKind.FreeDelivery), Talk.Noon, talk.Aids).IsOk);
    }

    [Fact]
    public void Free_delivery_is_part_of_the_agreement()
    {
        var talk = Talk.Over(Shirt, new SalesAids { DeliveryFee = 400 }).UntilFinal().Hear(new CustomerMove.Take(AlternativeKind.FreeDelivery));

        Assert.Equal((8_650, 400), (talk.Last.Total, talk.Last.Agreement!.WaivedDelivery));
        Assert.Equal(400, talk.Offer(8_200).Last.Agreement!.WaivedDelivery);
    }

    [Fact]
    public void A_bundle_is_paid_from_the_shirts_headroom_and_keeps_the_belts_floor()
    {
        var rule = PriceRule.Create(new PriceTerms(3_000, 50) { FloorPrice = 2_000 }).Value!;
        var talk = Talk.Over(Shirt, new SalesAids { Accessory = new Accessory(Belt, rule) }).UntilFinal();

        // The belt alone would go down to 2 350; 500 left to give make it 2 500.
        Assert.Equal([8_650, 2_500], Way(talk, AlternativeKind.Bundle)!.Lines.Select(line => line.Amount));
        Assert.Equal(11_150, talk.Hear(new CustomerMove.Take(AlternativeKind.Bundle)).Last.Total);
        Assert.Equal(11_150, talk.Ask().Last.Total);
    }

    [Fact]
    public void The_dearest_similar_product_within_the_customers_number_is_shown()
    {
        var (cheap, fitting, dear) = (new SimilarProduct(Id.New<ProductId>(), 5_000), new SimilarProduct(Id.New<ProductId>(), 6_900), new SimilarProduct(Id.New<ProductId>(), 8_600));
        var talk = Talk.Over(Shirt, new SalesAids { Similar = [dear, cheap, fitting] }).Offer(7_000).UntilFinal();

        Assert.Equal(fitting.Product, Assert.Single(Way(talk, AlternativeKind.CheaperSimilar)!.Lines).Product);
    }

    [Fact]
    public void The_vendor_can_be_asked_with_the_number_that_was_named()
    {
        Assert.Null(Way(Talk.Over(Shirt).UntilFinal(), AlternativeKind.AskVendor));
        Assert.Equal(7_000, Way(Talk.Over(Shirt).Offer(7_000).UntilFinal(), AlternativeKind.AskVendor)!.CustomerTotal);
    }

    [Fact]
    public void What_was_not_offered_cannot_be_taken()
    {
        var talk = Talk.Over(Shirt, new SalesAids { DeliveryFee = 100 }).Ask();

        Assert.Equal(NegotiationErrors.AlternativeGone, talk.Negotiation.Answer(talk.Subject, new CustomerMove.Take(AlternativeKind.FreeDelivery), Talk.Noon, talk.Aids).Error);
    }

    private static Alternative? Way(Talk talk, AlternativeKind kind) => talk.Last.Alternatives.SingleOrDefault(way => way.Kind == kind);
}
