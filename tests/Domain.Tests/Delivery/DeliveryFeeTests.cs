using FsCheck;
using FsCheck.Fluent;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class DeliveryFeeTests
{
    private static readonly DeliveryTerms ByWeight = new() { Surcharge = new WeightSurcharge(5_000, 200), RoundTo = 100 };

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(5_000, 1_000)]
    [InlineData(5_001, 1_200)]
    [InlineData(6_000, 1_200)]
    [InlineData(6_001, 1_400)]
    public void Each_started_kilogram_over_the_free_weight_is_paid(int grams, long fee) =>
        Assert.Equal(fee, FeeOf(Lome.Zone("Tokoin", 1_000), ByWeight, 10_000, grams).Total);

    [Theory]
    [InlineData(49_999, 0, 1_000)]
    [InlineData(50_000, 0, 0)]
    [InlineData(50_000, 7_000, 400)]
    public void A_waived_base_fee_leaves_the_surcharge(long goods, int grams, long fee) =>
        Assert.Equal(fee, FeeOf(Lome.Zone("Tokoin", 1_000), ByWeight with { FreeFrom = 50_000 }, goods, grams).Total);

    [Fact]
    public void A_shop_may_waive_everything() => Assert.Equal(
        0, FeeOf(Lome.Zone("Tokoin", 1_000), ByWeight with { FreeFrom = 50_000, Waives = Waiver.All }, 50_000, 9_000).Total);

    [Fact]
    public void Only_listed_zones_are_free()
    {
        var terms = new DeliveryTerms { FreeFrom = 50_000, FreeZones = ["tokoin"] };

        Assert.Equal(0, FeeOf(Lome.Zone("Tokoin"), terms, 50_000, 0).Total);
        Assert.Equal(1_000, FeeOf(Lome.Zone("Kégué"), terms, 50_000, 0).Total);
        Assert.Equal(1_000, FeeOf(Lome.Zone("Tokoin"), terms with { FreeZones = [] }, 50_000, 0).Total);
        Assert.Equal(0, FeeOf(Lome.Zone("Kégué"), terms with { FreeZones = null }, 50_000, 0).Total);
    }

    [Fact]
    public void A_zones_own_threshold_goes_before_the_shops()
    {
        var zone = Lome.Zone(new ZoneDetails("Agoè", 2_000) { FreeFrom = 80_000 });
        var terms = new DeliveryTerms { FreeFrom = 50_000 };

        Assert.Equal(2_000, FeeOf(zone, terms, 79_999, 0).Total);
        Assert.Equal(0, FeeOf(zone, terms, 80_000, 0).Total);
    }

    [Fact]
    public void The_fee_is_rounded_up_once_at_the_end()
    {
        var fee = FeeOf(Lome.Zone("Tokoin", 1_010), new DeliveryTerms { Surcharge = new(0, 110), RoundTo = 100 }, 0, 3_000);

        Assert.Equal(new DeliveryFee(1_010, 0, 330, 60), fee);
        Assert.Equal(1_400, fee.Total);
    }

    [Theory]
    [InlineData(600, 400)]
    [InlineData(1_000, 0)]
    [InlineData(5_000, 0)]
    public void A_fee_granted_in_a_negotiation_is_taken_off_up_to_that_amount(long granted, long fee) =>
        Assert.Equal(fee, FeeOf(Lome.Zone("Tokoin", 1_000), DeliveryTerms.None, 10_000, 0, granted).Total);

    [Fact]
    public void Fees_are_never_negative_keep_the_step_and_never_fall_with_the_weight() => Prop.ForAll(Cases(), c =>
    {
        var zone = Lome.Zone(new ZoneDetails("A", c.Fee) { FreeFrom = c.Free });
        var terms = new DeliveryTerms { Surcharge = new(c.FreeGrams, c.PerKilo), RoundTo = c.Step };
        var (fee, heavier) = (FeeOf(zone, terms, c.Goods, c.Grams), FeeOf(zone, terms, c.Goods, c.Grams + 500));
        var exact = fee.Base - fee.Waived + fee.Surcharge;
        return fee.Total >= 0 && fee.Total % c.Step == 0 && fee.Total >= exact && fee.Total - exact < c.Step && heavier.Total >= fee.Total;
    }).Holds(2_000);

    [Theory]
    [InlineData(-1, 1, "delivery_amount_range")]
    [InlineData(1, 0, "delivery_round_to")]
    public void Impossible_rules_are_refused(long freeFrom, long roundTo, string code) =>
        Assert.Equal(code, new DeliveryTerms { FreeFrom = freeFrom, RoundTo = roundTo }.Check([]).Error!.Code);

    [Fact]
    public void Free_zones_exist_and_need_a_threshold()
    {
        Assert.Equal("unknown_free_zone", new DeliveryTerms { FreeFrom = 1, FreeZones = ["be"] }.Check(["tokoin"]).Error!.Code);
        Assert.Equal(DeliveryErrors.FreeZonesWithoutThreshold, new DeliveryTerms { FreeZones = ["be"] }.Check(["be"]).Error);
        Assert.True(new DeliveryTerms { FreeFrom = 1, FreeZones = ["be"] }.Check(["be"]).IsOk);
    }

    [Fact]
    public void Refused_rules_change_nothing()
    {
        var rules = new DeliveryRules(Lome.Shop);
        Assert.True(rules.Change(ByWeight, []).IsOk);

        Assert.False(rules.Change(ByWeight with { RoundTo = 0 }, []).IsOk);

        Assert.Equal((ByWeight, 1), (rules.Terms, rules.Version));
    }

    private static DeliveryFee FeeOf(DeliveryZone zone, DeliveryTerms terms, long goods, int grams, long granted = 0) =>
        DeliveryFee.For(zone, terms, new Parcel(goods, grams, "cart", granted));

    private static Arbitrary<(long Fee, long? Free, int FreeGrams, long PerKilo, long Step, long Goods, int Grams)> Cases() => Arb.ToArbitrary(
        from fee in Gen.Choose(0, 5_000)
        from free in Gen.Elements<long?>(null, 0, 10_000)
        from freeGrams in Gen.Choose(0, 10_000)
        from perKilo in Gen.Choose(0, 700)
        from step in Gen.Elements(1, 5, 25, 100, 500)
        from goods in Gen.Choose(0, 20_000)
        from grams in Gen.Choose(0, 50_000)
        select ((long)fee, free, freeGrams, (long)perKilo, (long)step, (long)goods, grams));
}
