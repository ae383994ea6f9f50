using System.Globalization;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

/// <summary>One customer on her way to an order: two pieces of wax at an agreed price, one soap, to Tokoin.</summary>
internal sealed class Sale
{
    public static readonly UserId Afi = Id.New<UserId>();
    public static readonly DateTimeOffset Noon = Lome.Noon;
    public static readonly Shelf Wax = new(Id.New<ProductId>(), "bleu");
    public static readonly Shelf Soap = new(Id.New<ProductId>());
    public static readonly ConversationId Chat = Id.New<ConversationId>();

    public DeliveryZone Zone { get; init; } = Lome.Zone(new ZoneDetails("Tokoin", 815) { SameDayCutoff = new(16, 0) });

    public RecapTerms Terms { get; init; } = new(Currency.Xof, PaymentMethod.Cash, 25, Lome.AlwaysOpen);

    public Destination Destination { get; init; } = new("derrière la pharmacie", "portail vert", new GeoPoint(6.15, 1.215));

    public Recipient Recipient { get; init; } = new("Ama K.", "+228 90 00 00 01");

    public List<PriceOffer> Offers { get; } = [];

    public Cart Cart { get; } = Cart.Open(Lome.Shop, Lome.Customer, Chat, Noon);

    public DeliveryQuote? Quote { get; private set; }

    public static Sale Ready(Sale? start = null)
    {
        var sale = start ?? new Sale();
        sale.Put(Wax, "Wax bleu", 2, 27_500);
        sale.Put(Soap, "Savon", 1, 600);
        Assert.True(sale.Cart.Know(sale.Recipient, Noon).IsOk);
        sale.AskFee(Noon);
        return sale;
    }

    public static string Amount(Money money) => money.Minor.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ') + " F";

    public PriceOffer Offer(Shelf shelf, int quantity, long amount, long grantedFee = 0)
    {
        var terms = new OfferTerms(shelf, OfferOrigin.ListPrice, quantity, amount, TimeSpan.FromHours(48), grantedFee);
        var offer = PriceOffer.Say(Lome.Shop, Lome.Customer, terms, Noon);
        Offers.Add(offer);
        return offer;
    }

    public void Put(Shelf shelf, string name, int quantity, long amount) =>
        Assert.True(Cart.Put(Offer(shelf, quantity, amount), name, quantity, 400, Noon).IsOk);

    public void AskFee(DateTimeOffset at)
    {
        Quote = DeliveryQuote.For(Lome.Customer, Lome.Sure(Zone), Zone, DeliveryTerms.None, Destination, Cart.Parcel, at).Value!;
        Assert.True(Cart.DeliverFor(Quote, at).IsOk);
    }

    public Result<Recap> Recap(DateTimeOffset? at = null) => Domain.Orders.Recap.Of(Cart, Quote, Offers, Terms, at ?? Noon);

    public Recap SentRecap()
    {
        var recap = Recap().Value!;
        recap.WentOut(10, Noon.AddMinutes(1));
        return recap;
    }

    public OrderConfirmation Yes(Recap recap, int? onHand = null) => new(recap, Recap().Value!, Answer(), Offers, shelf => new(shelf, onHand));

    public static CustomerAnswer Answer(long sequence = 11, double minutes = 2) => new(Chat, sequence, Noon.AddMinutes(minutes));

    public static Order Confirmed(Sale? start = null)
    {
        var sale = Ready(start);
        var recap = sale.SentRecap();
        var order = Order.Draft(recap, 7, Noon);
        Assert.True(order.Confirm(sale.Yes(recap, onHand: 100), Noon.AddMinutes(2)).IsOk);
        return order;
    }

    public static Order In(OrderStatus status)
    {
        if (status == OrderStatus.Draft)
        {
            return Order.Draft(Ready().SentRecap(), 7, Noon);
        }

        var order = Confirmed();
        if (status == OrderStatus.Cancelled)
        {
            order.Cancel(Afi, null, Noon);
        }

        for (var next = OrderStatus.Preparing; status <= OrderStatus.Delivered && next <= status; next++)
        {
            Assert.True(To(order, next).IsOk);
        }

        return order;
    }

    public static Result To(Order order, OrderStatus status) => status switch
    {
        OrderStatus.Preparing => order.StartPreparing(Afi, Noon),
        OrderStatus.OutForDelivery => order.SendOut(Afi, Noon),
        OrderStatus.Delivered => order.Deliver(Afi, Noon),
        OrderStatus.Cancelled => new Result(order.Cancel(Afi, "refused", Noon).Error),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
