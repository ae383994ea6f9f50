using System.Text.Json;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

/// <summary>Values may be kept as JSON: they come back as they were.</summary>
public sealed class StoredValuesTests
{
    [Fact]
    public void Lists_of_lines_and_steps_come_back()
    {
        var sale = Sale.Ready();
        var order = Sale.Confirmed();

        Assert.Equal(sale.Cart.Lines, Again(sale.Cart.Lines));
        Assert.Equal(order.Lines, Again(order.Lines));
        Assert.Equal(order.Steps, Again(order.Steps));
    }

    [Fact]
    public void Values_of_an_order_come_back()
    {
        var order = Sale.Confirmed();
        order.RecordPayment(5_000);
        order.WillPayWith(30_000);

        Assert.Equal(order.Payment, Again(order.Payment));
        Assert.Equal(order.Place, Again(order.Place));
        Assert.Equal(order.Recipient, Again(order.Recipient));
    }

    [Fact]
    public void Values_of_a_quote_and_a_recap_come_back()
    {
        var sale = Sale.Ready();
        var quote = sale.Quote!;

        Assert.Equal(quote.Fee, Again(quote.Fee));
        Assert.Equal(quote.Parcel, Again(quote.Parcel));
        Assert.Equal(quote.Destination, Again(quote.Destination));
        Assert.Equal(sale.Recap().Value!.Eta, Again(sale.Recap().Value!.Eta));
    }

    [Fact]
    public void Rules_of_delivery_come_back()
    {
        var terms = new DeliveryTerms
        {
            FreeFrom = 50_000, FreeZones = ["tokoin"], Waives = Waiver.All, Surcharge = new(5_000, 200), RoundTo = 100, SameDayCutoff = new(16, 0),
        };

        var again = Again(terms);

        Assert.Equal(terms.FreeZones, again.FreeZones);
        Assert.Equal(terms with { FreeZones = null }, again with { FreeZones = null });
        Assert.Equal(Lome.AlwaysOpen.TimeZone, Again(Lome.AlwaysOpen).TimeZone);
    }

    private static T Again<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!;
}
