using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class RecapTests
{
    [Fact]
    public void A_recap_adds_up_and_cites_what_was_said()
    {
        var sale = Sale.Ready();
        var recap = sale.Recap().Value!;

        Assert.Equal((28_100L, 815L, 28_915L), (recap.Goods, recap.Fee, recap.Total));
        Assert.Equal(new CashAmount(28_900, 15), recap.ToPay);
        Assert.Equal(sale.Quote!.Id, recap.QuoteId);
        Assert.All(recap.Lines, line => Assert.Contains(sale.Offers, offer => offer.Id == line.OfferId));
    }

    [Fact]
    public void Mobile_money_stays_exact() => Assert.Equal(
        new CashAmount(28_915, 0), Sale.Ready(new Sale { Terms = new(Currency.Xof, PaymentMethod.MobileMoney, 25, Lome.AlwaysOpen) }).Recap().Value!.ToPay);

    [Fact]
    public void A_day_that_she_wishes_takes_the_place_of_the_usual_one_and_makes_another_recap()
    {
        var sale = Sale.Ready();
        var before = sale.Recap().Value!;
        sale.Cart.Know(Recipient.Nobody with { When = "samedi matin" }, Sale.Noon);
        var wished = sale.Recap().Value!;

        Assert.Contains("Livraison aujourd'hui", RecapText.Text(before, "fr", Sale.Amount), StringComparison.Ordinal);
        Assert.DoesNotContain("aujourd'hui", RecapText.Text(wished, "fr", Sale.Amount), StringComparison.Ordinal);
        Assert.EndsWith("samedi matin (à confirmer par la boutique)", RecapText.Text(wished, "fr", Sale.Amount), StringComparison.Ordinal);
        Assert.NotEqual(before.Hash, wished.Hash);
    }

    [Fact]
    public void The_next_order_knows_who_she_is_and_not_when_the_last_one_suited_her()
    {
        var sale = Sale.Ready(new Sale { Recipient = new("Ama K.", "+228 90 00 00 01", When: "samedi") });

        sale.Cart.Clear(Sale.Noon);

        Assert.Equal(new Recipient("Ama K.", "+228 90 00 00 01"), sale.Cart.Recipient);
    }

    [Fact]
    public void There_is_no_recap_of_something_incomplete()
    {
        var sale = new Sale();
        sale.Put(Sale.Soap, "Savon", 1, 600);

        var error = sale.Recap().Error!;

        Assert.Equal("order_incomplete", error.Code);
        Assert.Equal([CartGap.Place, CartGap.Fee, CartGap.Name, CartGap.Phone], error.Values.Cast<CartGap>());
    }

    [Fact]
    public void An_expired_price_is_not_recapped()
    {
        var sale = Sale.Ready();
        var late = Sale.Noon.AddHours(48);
        sale.AskFee(late);

        Assert.Equal("offer_expired", sale.Recap(late).Error!.Code);
    }

    [Fact]
    public void A_price_that_nobody_said_is_not_recapped()
    {
        var sale = Sale.Ready();
        sale.Offers.Clear();

        Assert.Equal("offer_expired", sale.Recap().Error!.Code);
    }

    [Fact]
    public void A_zone_without_cash_on_delivery_takes_no_cash()
    {
        var zone = Lome.Zone(new ZoneDetails("Kara", 3_000) { CashOnDelivery = false });

        Assert.Equal(RecapErrors.NoCashHere, Sale.Ready(new Sale { Zone = zone }).Recap().Error);
        Assert.True(Sale.Ready(new Sale { Zone = zone, Terms = new(Currency.Xof, PaymentMethod.MobileMoney, 25, Lome.AlwaysOpen) }).Recap().IsOk);
    }

    [Fact]
    public void Below_a_zones_minimum_there_is_no_recap() =>
        Assert.Equal("minimum_order", Sale.Ready(new Sale { Zone = Lome.Zone(new ZoneDetails("Agoè", 1) { MinimumOrder = 50_000 }) }).Recap().Error!.Code);

    [Fact]
    public void A_yes_to_an_unchanged_recap_that_went_out_before_it_counts() =>
        Assert.True(Check(Sale.Ready(), Sale.Answer(), Sale.Noon.AddMinutes(2)).IsOk);

    [Theory]
    [InlineData(10, 2)] // the recap's own place in the conversation
    [InlineData(9, 2)] // written before it
    [InlineData(11, 0.5)] // arrived before the recap left
    public void A_yes_that_crossed_the_recap_does_not_count(long sequence, double minutes) =>
        Assert.Equal(RecapErrors.NotSent, Check(Sale.Ready(), Sale.Answer(sequence, minutes), Sale.Noon.AddMinutes(2)).Error);

    [Fact]
    public void A_yes_from_another_conversation_does_not_count() => Assert.Equal(
        RecapErrors.NotSent, Check(Sale.Ready(), Sale.Answer() with { ConversationId = Id.New<ConversationId>() }, Sale.Noon.AddMinutes(2)).Error);

    [Fact]
    public void A_recap_that_never_left_cannot_be_confirmed()
    {
        var recap = Sale.Ready() is var sale ? sale.Recap().Value! : null!;

        Assert.Equal(RecapErrors.NotSent, recap.CheckAnswer(sale.Recap().Value!, Sale.Answer(), Sale.Noon).Error);
    }

    [Fact]
    public void A_recap_is_good_for_a_day()
    {
        Assert.True(Check(Sale.Ready(), Sale.Answer(), Sale.Noon.AddHours(24).AddTicks(-1)).IsOk);
        Assert.Equal(RecapErrors.Expired, Check(Sale.Ready(), Sale.Answer(), Sale.Noon.AddHours(24)).Error);
    }

    public static TheoryData<string> Changes { get; } = ["quantity", "landmark", "phone", "fee", "place", "day", "method", "step"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_changed_since_the_recap_makes_the_yes_void(string what)
    {
        var sale = Sale.Ready();
        var recap = sale.SentRecap();

        var current = Changed(sale, what);

        Assert.Equal(RecapErrors.Changed, recap.CheckAnswer(current, Sale.Answer(), Sale.Noon.AddMinutes(2)).Error);
    }

    [Fact]
    public void The_same_fee_said_again_changes_nothing()
    {
        var sale = Sale.Ready();
        var recap = sale.SentRecap();
        sale.AskFee(Sale.Noon.AddHours(1));

        Assert.True(recap.CheckAnswer(sale.Recap(Sale.Noon.AddHours(1)).Value!, Sale.Answer(), Sale.Noon.AddHours(1)).IsOk);
    }

    [Fact]
    public void A_recap_reads_as_it_was_stored()
    {
        var text = RecapText.Text(Sale.Ready().Recap().Value!, "fr", Sale.Amount);

        Assert.Equal(
            """
            2 × Wax bleu : 27 500 F
            1 × Savon : 600 F
            Livraison Tokoin : 815 F
            Total : 28 915 F
            Arrondi en votre faveur pour un paiement en espèces : 28 900 F au lieu de 28 915 F.
            Paiement en espèces à la livraison
            Pour : Ama K., +228 90 00 00 01
            Repère : portail vert
            Livraison aujourd'hui pour une commande avant 16 h.
            """,
            text);
    }

    [Fact]
    public void A_recap_reads_in_English_too()
    {
        var free = Lome.Zone("Bè", 0);
        var terms = new RecapTerms(Currency.Xof, PaymentMethod.MobileMoney, 25, Lome.AlwaysOpen);

        var text = RecapText.Text(Sale.Ready(new Sale { Zone = free, Terms = terms, Destination = new("Bè") }).Recap().Value!, "en", Sale.Amount);

        Assert.Equal(
            """
            2 × Wax bleu: 27 500 F
            1 × Savon: 600 F
            Delivery Bè: free
            Total: 28 100 F
            Payment by mobile money
            For: Ama K., +228 90 00 00 01
            """,
            text);
    }

    private static Result Check(Sale sale, CustomerAnswer answer, DateTimeOffset at) => sale.SentRecap().CheckAnswer(sale.Recap().Value!, answer, at);

    private static Recap Changed(Sale sale, string what)
    {
        var at = Sale.Noon;
        switch (what)
        {
            case "quantity": sale.Put(Sale.Soap, "Savon", 2, 600); sale.AskFee(at); break;
            case "landmark": sale.Cart.Know(new Recipient(Landmark: "portail rouge"), at); break;
            case "phone": sale.Cart.Know(new Recipient(Phone: "90 00 00 02"), at); break;
            case "fee": sale.Zone.Change(new ZoneDetails("Tokoin", 900) { SameDayCutoff = new(16, 0) }); sale.AskFee(at); break;
            case "day": return sale.Recap(at.AddHours(5)).Value!;
            case "place": return Recap.Of(sale.Cart, Moved(sale), sale.Offers, sale.Terms, at).Value!;
            case "method": return Recap.Of(sale.Cart, sale.Quote, sale.Offers, sale.Terms with { Method = PaymentMethod.MobileMoney }, at).Value!;
            case "step": return Recap.Of(sale.Cart, sale.Quote, sale.Offers, sale.Terms with { CashStep = 500 }, at).Value!;
            default: throw new ArgumentOutOfRangeException(nameof(what));
        }

        return sale.Recap().Value!;
    }

    private static DeliveryQuote Moved(Sale sale)
    {
        var there = sale.Destination with { Pin = new GeoPoint(6.16, 1.2) };
        var quote = DeliveryQuote.For(Lome.Customer, Lome.Sure(sale.Zone), sale.Zone, DeliveryTerms.None, there, sale.Cart.Parcel, Sale.Noon).Value!;
        Assert.True(sale.Cart.DeliverFor(quote, Sale.Noon).IsOk);
        return quote;
    }
}
