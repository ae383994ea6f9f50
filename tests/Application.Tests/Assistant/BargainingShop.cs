using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A shop of cloth and gadgets whose embedded assistant haggles, delivers and takes orders, over a real database and the simulator.</summary>
public sealed class BargainingShop : IAsyncLifetime
{
    private Installation _installation = null!;

    public Shop Shop { get; private set; } = null!;

    public Installation Installation => _installation;

    public async ValueTask InitializeAsync()
    {
        _installation = await Installation.StartAsync(services =>
        {
            services.RemoveAll<IAssistant>();
            services.AddAssistant();
        });
        Shop = await _installation.OpenShopAsync("Tissus Afi");
        await Shop.SaveAsync(db =>
        {
            db.Products.AddRange(Products());
            db.DeliveryZones.AddRange(Zones());
        });
    }

    public Customer Customer() => new(Shop, Guid.NewGuid().ToString("n"));

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    private IEnumerable<Product> Products() =>
    [
        Of("bazin-riche", new("Bazin riche", 15_000, 12_000, 20) { Aliases = ["bazin"] }),
        Of("wax", new("Pagne wax hollandais", 18_000, 15_000, 10) { Tiers = [new PriceTier(3, 17_000)] }),
        Of("ventilateur", new("Ventilateur sur pied", 25_000, 20_000, 4) { WarrantyMonths = 6 }),
        Of("powerbank", new("Powerbank 20000mAh", 12_500, 10_000)),
        Of("meche", new("Mèche humaine", 45_000, 40_000, 0)),
        Of("boubou", new("Boubou brodé", 30_000, 25_000) { Variants = [new ProductVariant("Bleu", 3), new ProductVariant("Blanc", 2)] }),
        Of("iphone", new("iPhone 13 128 Go", 350_000, 330_000, 2)),
        Of("savon", new("Savon noir", 1_500, null, 100) { Negotiable = false }),
        Of("sac-cuir", new("Sac en cuir", 22_000, 18_000, 5)),
        Of("sac-dos", new("Sac à dos", 14_000, 11_000, 5)),
    ];

    private IEnumerable<DeliveryZone> Zones() =>
    [
        Zone("be", 1, new("Bè", 1_000) { Aliases = ["Bè Kpota", "Bè Klikamé"] }),
        Zone("tokoin", 2, new("Tokoin", 1_500) { Aliases = ["Casablanca", "Forever"] }),
        Zone("agoe", 3, new("Agoè", 2_000) { Aliases = ["Agoè Assiyéyé"] }),
        Zone("kpalime", 4, new("Kpalimé", 3_500)),
    ];

    private Product Of(string sku, ProductDetails details) => Product.Add(Shop.Id, sku, details).Value!;

    private DeliveryZone Zone(string code, int position, ZoneDetails details) => DeliveryZone.Add(Shop.Id, code, position, details).Value!;
}

/// <summary>Somebody who writes to the shop; her calls are answered at once.</summary>
public sealed class Customer(Shop shop, string conversation)
{
    private DateTimeOffset _at = Installation.Noon;

    public AssistantAnswer? Last { get; private set; }

    public IEnumerable<string> Tools => Last!.Trace.Select(call => call.Name);

    public Task<string> SaysAsync(params string[] burst) => SendsAsync([.. burst.Select(MessageContent.OfText)]);

    public async Task<string> SendsAsync(params MessageContent[] burst)
    {
        _at += TimeSpan.FromMinutes(1);
        var simulated = await shop.UseAsync<Simulator, Simulated>(simulator =>
            simulator.SendAsync(conversation, [.. burst.Select(content => new SimulatedMessage(false, content))], CancellationToken.None, _at));
        Last = simulated.Answer;
        return string.Join("\n--\n", simulated.Replies.Select(reply => reply.Text));
    }
}
