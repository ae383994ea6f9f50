using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Orders;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Orders;

/// <summary>A shop with one product and one zone, over a real database, whose customers come as far as a summary that went out.</summary>
public sealed class Counter : IAsyncDisposable
{
    private const long Price = 10_000;

    private readonly Installation _installation;
    private readonly DeliveryZone _zone;
    private readonly Product _product;

    private Counter(Installation installation, Shop shop, int? stock)
    {
        (_installation, Shop) = (installation, shop);
        _zone = DeliveryZone.Add(shop.Id, "tokoin", 1, new ZoneDetails("Tokoin", 1_500)).Value!;
        _product = Product.Add(shop.Id, "wax", new ProductDetails("Wax", Price, Stock: stock)).Value!;
    }

    public Shop Shop { get; }

    public static async Task<Counter> OpenAsync(int? stock)
    {
        var installation = await Installation.StartAsync(services => services.AddScoped<ICurrentUser, Adjoa>());
        var counter = new Counter(installation, await installation.OpenShopAsync(), stock);
        await counter.Shop.SaveAsync(db =>
        {
            db.DeliveryZones.Add(counter._zone);
            db.Products.Add(counter._product);
        });
        return counter;
    }

    /// <summary>Another shop of the same installation.</summary>
    public Task<Shop> NeighbourAsync() => _installation.OpenShopAsync("Chez Awa");

    /// <summary>She has a cart, a fee and a summary that went out as message 10.</summary>
    public async Task<(RecapId Recap, CustomerAnswer Yes)> CustomerAsync(string name, int pieces = 1)
    {
        await Shop.HearAsync("bonjour", $"{name}@lid");
        var conversation = await Shop.ReadAsync(db => db.Conversations.OrderByDescending(c => c.Id).FirstAsync(c => !db.Carts.Any(cart => cart.ConversationId == c.Id)));
        await Shop.SaveAsync(db => FillCart(db, conversation, name, pieces));
        var recap = (await Shop.SendAsync(new PrepareRecap(conversation.Id, PaymentMethod.Cash))).Value;
        Assert.True((await Shop.SendAsync(new MarkRecapSent(recap, 10))).IsOk);
        return (recap, new CustomerAnswer(conversation.Id, 11, Installation.Noon.AddMinutes(2)));
    }

    public Task<Result<OrderId>> ConfirmAsync((RecapId Recap, CustomerAnswer Yes) customer) =>
        Shop.SendAsync(new ConfirmOrder(customer.Recap, customer.Yes));

    public async Task<OrderView> OrderAsync(OrderId id) => (await Shop.SendAsync(new GetOrder(id, "fr")))!;

    public async Task<int?> StockAsync() => (await Shop.ReadAsync(db => db.Products.SingleAsync())).Stock;

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    private void FillCart(Infrastructure.Persistence.AppDbContext db, Conversation conversation, string name, int pieces)
    {
        var (noon, contact) = (Installation.Noon, conversation.ContactId);
        var terms = new OfferTerms(new Shelf(_product.Id), OfferOrigin.ListPrice, 1, Price, TimeSpan.FromHours(48));
        var offer = PriceOffer.Say(Shop.Id, contact, terms, noon);
        var cart = Cart.Open(Shop.Id, contact, conversation.Id, noon);
        Assert.True(cart.Put(offer, "Wax", pieces, 400, noon).IsOk);
        Assert.True(cart.Know(new Recipient(name, "+228 90 00 00 01", "portail vert"), noon).IsOk);
        var place = new PlaceResolution(PlaceStatus.Ok, [new PlaceCandidate(_zone.Id, _zone.Code, _zone.Name, _zone.Name)]);
        var quote = DeliveryQuote.For(contact, place, _zone, DeliveryTerms.None, new Destination("Tokoin"), cart.Parcel, noon).Value!;
        Assert.True(cart.DeliverFor(quote, noon).IsOk);
        db.PriceOffers.Add(offer);
        db.DeliveryQuotes.Add(quote);
        db.Carts.Add(cart);
    }

    private sealed class Adjoa : ICurrentUser
    {
        public UserId? Id { get; } = new UserId(Guid.Parse("0f0e0d0c-0b0a-4900-8000-000000000001"));

        public Role? Role => Domain.Tenants.Role.Owner;
    }
}
