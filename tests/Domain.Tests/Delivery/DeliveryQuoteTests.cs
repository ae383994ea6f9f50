using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class DeliveryQuoteTests
{
    private static readonly Parcel Cart = new(15_000, 2_000, "hash-1");
    private static readonly DeliveryZone Tokoin = Lome.Zone(new ZoneDetails("Tokoin", 800) { MinimumOrder = 5_000, Eta = "2 h" });

    [Fact]
    public void A_quote_holds_for_its_cart_and_a_day()
    {
        var quote = Quote(Lome.Sure(Tokoin)).Value!;

        Assert.Equal((800L, "tokoin", Tokoin.TenantId), (quote.Fee.Total, quote.ZoneCode, quote.TenantId));
        Assert.True(quote.IsLiveFor("hash-1", Lome.Noon.AddHours(24).AddTicks(-1)));
        Assert.False(quote.IsLiveFor("hash-1", Lome.Noon.AddHours(24)));
        Assert.False(quote.IsLiveFor("hash-2", Lome.Noon));
    }

    [Theory]
    [InlineData(PlaceStatus.ConfirmPlace)]
    [InlineData(PlaceStatus.Ambiguous)]
    [InlineData(PlaceStatus.Unknown)]
    public void There_is_no_quote_while_the_place_is_not_sure(PlaceStatus status) =>
        Assert.Equal(DeliveryErrors.PlaceNotSure, Quote(Lome.Sure(Tokoin) with { Status = status }).Error);

    [Fact]
    public void There_is_no_quote_from_another_zone_than_the_place_names() =>
        Assert.Equal(DeliveryErrors.PlaceNotSure, Quote(Lome.Sure(Lome.Zone("Agoè", 2_000))).Error);

    [Fact]
    public void Another_cart_is_priced_anew_at_the_same_place()
    {
        var terms = new DeliveryTerms { Surcharge = new WeightSurcharge(5_000, 200) };
        var quote = Quote(Lome.Sure(Tokoin)).Value!;

        var heavier = quote.Reprice(Tokoin, terms, new Parcel(20_000, 6_500, "hash-2"), Lome.Noon.AddHours(1)).Value!;
        var same = quote.Reprice(Tokoin, terms, new Parcel(20_000, 2_500, "hash-3"), Lome.Noon.AddHours(1)).Value!;

        Assert.Equal((1_200L, "hash-2", quote.Destination), (heavier.Fee.Total, heavier.Parcel.CartHash, heavier.Destination));
        Assert.True(heavier.DiffersFrom(quote));
        Assert.False(same.DiffersFrom(quote));
        Assert.NotEqual(quote.Id, same.Id);
        Assert.Equal(Lome.Noon.AddHours(25), same.ExpiresAt);
        Assert.Equal(DeliveryErrors.PlaceNotSure, quote.Reprice(Lome.Zone("Agoè"), terms, Cart, Lome.Noon).Error);
    }

    [Fact]
    public void A_price_asked_for_stays_no_address_when_the_cart_changes()
    {
        var quote = Quote(Lome.Sure(Tokoin) with { IsAsked = true }).Value!;

        Assert.False(quote.IsAddress);
        Assert.False(quote.Reprice(Tokoin, DeliveryTerms.None, Cart, Lome.Noon).Value!.IsAddress);
        quote.TakeAsAddress();
        Assert.True(quote.Reprice(Tokoin, DeliveryTerms.None, Cart, Lome.Noon).Value!.IsAddress);
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(4_999, false)]
    public void A_zones_minimum_is_told_with_what_is_missing(long goods, bool served)
    {
        var check = Quote(Lome.Sure(Tokoin), Cart with { Goods = goods }).Value!.CheckMinimum();

        Assert.Equal(served, check.IsOk);
        Assert.Equal(served ? null : [5_000L, 1L], check.Error?.Values);
    }

    [Fact]
    public void The_zones_cut_off_goes_before_the_shops()
    {
        var zone = Lome.Zone(new ZoneDetails("Agoè", 1) { SameDayCutoff = new(11, 0) });
        var terms = new DeliveryTerms { SameDayCutoff = new(16, 0) };

        Assert.False(Quote(Lome.Sure(zone), zone: zone, terms: terms).Value!.EtaAt(Lome.Noon, Lome.AlwaysOpen).IsSameDay);
        Assert.True(Quote(Lome.Sure(Tokoin), terms: terms).Value!.EtaAt(Lome.Noon, Lome.AlwaysOpen).IsSameDay);
    }

    private static Result<DeliveryQuote> Quote(PlaceResolution place, Parcel? cart = null, DeliveryZone? zone = null, DeliveryTerms? terms = null) =>
        DeliveryQuote.For(Lome.Customer, place, zone ?? Tokoin, terms ?? DeliveryTerms.None, new Destination("Tokoin"), cart ?? Cart, Lome.Noon);
}
