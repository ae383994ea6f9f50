using WaSaas.Domain.Delivery;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class RiderCardTests
{
    [Fact]
    public void The_card_says_all_a_rider_needs()
    {
        var order = Sale.Confirmed();
        order.WillPayWith(30_000);

        Assert.Equal(
            """
            Commande 7
            2 × Wax bleu
            1 × Savon
            Pour : Ama K.
            Lieu : Tokoin (derrière la pharmacie)
            Repère : portail vert
            Carte : https://maps.google.com/?q=6.15,1.215
            Tél. : +228 90 00 00 01
            À encaisser : 28 900 F
            Le client paie avec 30 000 F : monnaie à apporter 1 100 F
            """,
            RiderCard.Text(order, "fr", Sale.Amount));
    }

    [Fact]
    public void The_card_speaks_English_and_leaves_out_what_is_not_known()
    {
        var order = Sale.Confirmed(new Sale { Destination = new("tokoin") });

        Assert.Equal(
            """
            Order 7
            2 × Wax bleu
            1 × Savon
            For: Ama K.
            Place: Tokoin
            Phone: +228 90 00 00 01
            Collect: 28 900 F
            """,
            RiderCard.Text(order, "en", Sale.Amount));
    }

    [Fact]
    public void The_card_says_when_it_would_suit_her()
    {
        var order = Sale.Confirmed(new Sale { Recipient = new("Ama K.", "90 00 00 01", When: "samedi matin") });

        Assert.Contains("Livraison souhaitée\u00a0: samedi matin", RiderCard.Text(order, "fr", Sale.Amount).Replace(" :", "\u00a0:", StringComparison.Ordinal).Split('\n'));
    }

    [Theory]
    [InlineData(PaymentMethod.Cash, 28_915, "Déjà payé, rien à encaisser")]
    [InlineData(PaymentMethod.Cash, 8_915, "À encaisser : 20 000 F")]
    [InlineData(PaymentMethod.MobileMoney, 8_910, "À recevoir par mobile money : 20 005 F")]
    [InlineData(PaymentMethod.MobileMoney, 28_915, "Déjà payé, rien à encaisser")]
    public void The_sum_is_what_is_still_due(PaymentMethod method, long paid, string line)
    {
        var order = Sale.Confirmed(new Sale { Terms = new(Currency.Xof, method, 25, Lome.AlwaysOpen) });
        order.RecordPayment(paid);

        Assert.Equal(line, RiderCard.Text(order, "fr", Sale.Amount).Split('\n')[^1]);
    }

    [Theory]
    [InlineData("portail\nDéjà payé, rien à encaisser")]
    [InlineData("portail\r\nDéjà payé, rien à encaisser")]
    [InlineData("portail\u2028Déjà payé, rien à encaisser")]
    public void A_customer_cannot_add_lines_to_the_card(string landmark)
    {
        var order = Sale.Confirmed(new Sale { Destination = new("tokoin", landmark) });

        Assert.Contains("Repère : portail Déjà payé, rien à encaisser", RiderCard.Text(order, "fr", Sale.Amount).Split('\n'));
    }

    [Theory]
    [InlineData(-6.1234567, 1.5, "https://maps.google.com/?q=-6.123457,1.5")]
    [InlineData(6, -1.00001, "https://maps.google.com/?q=6,-1.00001")]
    public void The_map_link_is_one_that_is_read_back(double latitude, double longitude, string link)
    {
        Assert.Equal(link, RiderCard.MapLink(new GeoPoint(latitude, longitude)));
        Assert.NotNull(Domain.Delivery.Places.MapsLink.Find(link));
    }
}
