using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class OrderPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Without_orders_it_is_said_where_they_come_from()
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var list = await vendor.GetAsync("/orders");

        Assert.Equal(200, list.Status);
        Assert.Contains("Une commande apparaît ici quand un client confirme", list.Html);
    }

    [Fact]
    public async Task An_order_is_listed_moved_on_and_paid()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);
        Assert.Contains("Ama, Tokoin, pièces : 2", (await vendor.GetAsync("/orders")).Html);

        var order = await vendor.GetAsync(page);
        Assert.Contains("À encaisser : 21 500 F", order.Html);
        var version = VersionIn(order.Html);

        var moved = await vendor.PostAsync(page, page + "?handler=Move", ("version", version), ("to", "Preparing"));
        Assert.Contains("Remettre au livreur", moved.Html);

        var late = await vendor.PostAsync(page, page + "?handler=Move", ("version", version), ("to", "Preparing"));
        Assert.Equal(422, late.Status);

        var paid = await vendor.PostAsync(page, page + "?handler=Paid", ("version", VersionIn(moved.Html)), ("amount", "21 500"));
        Assert.Contains("Déjà payé, rien à encaisser", paid.Html);
        Assert.Contains("Commande 1", (await vendor.GetAsync("/orders?status=preparing")).Html);
        Assert.Contains("Aucune commande dans cet état", (await vendor.GetAsync("/orders?status=delivered")).Html);
    }

    [Fact]
    public async Task A_cancelled_order_says_why_and_its_pieces_are_back()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);
        var version = VersionIn((await vendor.GetAsync(page)).Html);

        var cancelled = await vendor.PostAsync(page, page + "?handler=Cancel", ("version", version), ("reason", "absente"));

        Assert.Contains("Raison : absente", cancelled.Html);
        Assert.DoesNotContain("Noter le paiement", cancelled.Html);
        Assert.Contains("value=\"5\"", (await vendor.GetAsync("/products/" + await ProductAsync(host))).Html);
    }

    [Fact]
    public async Task The_rider_brings_change_and_what_was_paid_is_given_back_after_cancelling()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);

        var noted = await vendor.PostAsync(page, page + "?handler=Note", ("version", VersionIn((await vendor.GetAsync(page)).Html)), ("note", "25 000"));
        Assert.Contains("<dt>Monnaie à rendre</dt><dd><span class=\"num\">3 500 F", noted.Html);
        var small = await vendor.PostAsync(page, page + "?handler=Note", ("version", VersionIn(noted.Html)), ("note", "500"));
        Assert.Equal(422, small.Status);
        Assert.Contains("value=\"500\"", small.Html);

        var paid = await vendor.PostAsync(page, page + "?handler=Paid", ("version", VersionIn(noted.Html)), ("amount", "5 000"));
        Assert.Contains("<dt>Reste à payer</dt><dd><b><span class=\"num\">16 500 F", paid.Html);
        Assert.DoesNotContain("handler=Refund", paid.Html);
        var cancelled = await vendor.PostAsync(page, page + "?handler=Cancel", ("version", VersionIn(paid.Html)), ("reason", ""));
        Assert.Contains("Rendez 5 000 F au client", cancelled.Html);

        var refunded = await vendor.PostAsync(page, page + "?handler=Refund", ("version", VersionIn(cancelled.Html)));
        Assert.Contains("Remboursé", refunded.Html);
        Assert.DoesNotContain("handler=Refund", refunded.Html);
    }

    [Fact]
    public async Task The_picture_of_a_payment_stands_beside_the_order_and_the_vendor_decides()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);
        await NoteReceiptAsync(host.Shop, host.SaveAsync, "screen.jpg");

        var order = await vendor.GetAsync(page);
        Assert.Contains("<a href=\"/media/screen.jpg\"><img src=\"/media/screen.jpg\"", order.Html);
        Assert.Contains("Reçu à vérifier", (await vendor.GetAsync("/orders")).Html);
        Assert.Contains("Reçu à vérifier", (await vendor.GetAsync("/messages")).Html);
        Assert.Contains("Commande 1, paiement à vérifier", (await vendor.GetAsync("/dashboard")).Html);

        var rejected = await vendor.PostAsync(page, page + "?handler=NoReceipt", ("version", VersionIn(order.Html)));
        Assert.Contains("À payer", rejected.Html);
        Assert.DoesNotContain("/media/screen.jpg", rejected.Html);

        await NoteReceiptAsync(host.Shop, host.SaveAsync, "second.jpg");
        var again = await vendor.GetAsync(page);
        var refused = await vendor.PostAsync(page, page + "?handler=Paid", ("version", VersionIn(again.Html)), ("amount", "99 000"));
        Assert.Equal(422, refused.Status);
        var accepted = await vendor.PostAsync(page, page + "?handler=Paid", ("version", VersionIn(again.Html)), ("amount", "21 500"));
        Assert.Contains("Payée", accepted.Html);
        Assert.Contains("/media/second.jpg", accepted.Html);
        Assert.DoesNotContain("handler=NoReceipt", accepted.Html);
    }

    [Fact]
    public async Task Lines_show_what_was_ordered()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        await host.SaveAsync(db => db.Products.Single().ShowPhotos(["wax.jpg"]));
        using var vendor = new Visitor(host.Url);

        Assert.Contains("<img class=\"thumb\" src=\"/media/wax-s.webp\"", (await vendor.GetAsync(page)).Html);
    }

    [Fact]
    public async Task A_place_is_remembered_in_the_zone_that_the_vendor_says()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        var zone = DeliveryZone.Add(host.Shop, "ade", 2, new ZoneDetails("Adidogomé", 2_000)).Value!;
        await host.SaveAsync(db => db.DeliveryZones.Add(zone));
        using var vendor = new Visitor(host.Url);

        var refused = await vendor.PostAsync(page, page + "?handler=Place", ("place", "Tokoin"), ("zone", zone.Id.Value.ToString()));
        Assert.Equal(422, refused.Status);
        Assert.Contains("« Tokoin » est le nom de la zone Tokoin.", refused.Html);

        var learned = await vendor.PostAsync(page, page + "?handler=Place", ("place", "Carrefour Limousine"), ("zone", zone.Id.Value.ToString()));
        Assert.Contains("« Carrefour Limousine » appartient maintenant à la zone Adidogomé.", learned.Html);
        Assert.Contains("Carrefour Limousine", (await vendor.GetAsync($"/zones/{zone.Id.Value}")).Html);
    }

    [Theory]
    [InlineData("/orders", "Move")]
    [InlineData("/orders", "Paid")]
    [InlineData("/orders", "Note")]
    [InlineData("/orders", "Refund")]
    [InlineData("/orders", "Place")]
    [InlineData("/zones", null)]
    [InlineData("/products", null)]
    public async Task A_form_for_what_is_not_there_is_not_found_even_when_it_cannot_be_read(string folder, string? handler)
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var answer = await vendor.PostAsync("/products/add", $"{folder}/{Guid.NewGuid()}" + (handler is null ? null : $"?handler={handler}"),
            ("version", "douze"), ("Input.Version", "douze"), ("zone", "ici"));

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_is_refused()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);

        Assert.Equal(422, (await vendor.PostAsync(page, page + "?handler=Move", ("version", "douze"), ("to", "Preparing"))).Status);
        Assert.Equal(422, (await vendor.PostAsync(page, page + "?handler=Move", ("version", "1"), ("to", "nulle part"))).Status);
    }

    private static string VersionIn(string html)
    {
        const string Field = "name=\"version\" value=\"";
        var start = html.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        return html[start..html.IndexOf('"', start)];
    }

    /// <summary>A picture of a payment came in for the only order.</summary>
    internal static Task NoteReceiptAsync(TenantId shop, Func<Action<AppDbContext>, Task> save, string file) => save(db =>
    {
        var order = db.Orders.Single();
        var chat = db.Conversations.SingleOrDefault(c => c.Id == order.ConversationId);
        if (chat is null)
        {
            chat = Conversation.Start(shop, Channel.WhatsApp, null, order.ContactId, "ama@lid", Noon);
            db.Conversations.Add(chat);
            order.BelongTo(order.ContactId, chat.Id);
        }

        var picture = chat.Receive(Guid.NewGuid().ToString("n"), new MessageContent(MessageKind.Image, "j'ai payé") { File = file }, Noon, Noon, Debounce.None, "ama@lid");
        db.Messages.Add(picture);
        Assert.True(order.NoteReceipt(picture.Id).IsOk);
    });

    private static async Task<Guid> ProductAsync(PageHost host)
    {
        var id = Guid.Empty;
        await host.SaveAsync(db => id = db.Products.Single().Id.Value);
        return id;
    }

    [Fact]
    public async Task The_pin_that_came_with_an_order_is_kept_and_drawn_in_its_zone()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host, new GeoPoint(6.152, 1.213));
        using var vendor = new Visitor(host.Url);

        var order = await vendor.GetAsync(page);

        Assert.Contains("aria-label=\"Carte : Zone Tokoin\"", order.Html);
        Assert.Contains("class=\"zone here\"", order.Html);
        Assert.Contains("class=\"pin\"", order.Html);
        Assert.Contains("Carte : https://maps.google.com/?q=6.152,1.213", order.Html);
    }

    [Fact]
    public async Task An_order_without_a_pin_has_no_map()
    {
        await using var host = await PageHost.StartAsync();
        var page = await OrderedAsync(host);
        using var vendor = new Visitor(host.Url);

        Assert.DoesNotContain("place-map", (await vendor.GetAsync(page)).Html);
    }

    /// <summary>Two pieces of five, confirmed; the address of its page.</summary>
    internal static Task<string> OrderedAsync(PageHost host, GeoPoint? pin = null) => OrderedAsync(host.Shop, host.SaveAsync, pin);

    internal static async Task<string> OrderedAsync(TenantId shop, Func<Action<AppDbContext>, Task> save, GeoPoint? pin = null)
    {
        var product = Product.Add(shop, "wax", new ProductDetails("Wax", 10_000, Stock: 5)).Value!;
        var zone = DeliveryZone.Add(shop, "tokoin", 1, new ZoneDetails("Tokoin", 1_500) { Area = new CircleArea(new GeoPoint(6.15, 1.215), 1_500) }).Value!;
        var contact = Contact.Create(shop, Noon);
        var chat = Id.New<ConversationId>();
        var offer = PriceOffer.Say(shop, contact.Id, new OfferTerms(new Shelf(product.Id), OfferOrigin.ListPrice, 1, 10_000, TimeSpan.FromHours(48)), Noon);
        var cart = Cart.Open(shop, contact.Id, chat, Noon);
        cart.Put(offer, "Wax", 2, 0, Noon);
        cart.Know(new Recipient("Ama", "+228 90 00 00 01"), Noon);
        var place = new PlaceResolution(PlaceStatus.Ok, [new PlaceCandidate(zone.Id, zone.Code, zone.Name, zone.Name)]);
        var quote = DeliveryQuote.For(contact.Id, place, zone, DeliveryTerms.None, new Destination("Tokoin", null, pin), cart.Parcel, Noon).Value!;
        cart.DeliverFor(quote, Noon);
        var recap = Recap.Of(cart, quote, [offer], new RecapTerms(Currency.Xof, PaymentMethod.Cash, 1, new DeliveryCalendar("Africa/Lome", [], [])), Noon).Value!;
        recap.WentOut(10, Noon);
        var order = Order.Draft(recap, 1, Noon);
        var answer = new CustomerAnswer(chat, 11, Noon.AddMinutes(1));
        Assert.True(order.Confirm(new OrderConfirmation(recap, recap, answer, [offer], shelf => new ShelfCount(shelf, 5)), Noon.AddMinutes(1)).IsOk);
        Assert.True(product.TakeStock(null, 2).IsOk);
        await save(db => db.AddRange(product, zone, contact, offer, cart, quote, recap, order));
        return $"/orders/{order.Id.Value}";
    }
}
