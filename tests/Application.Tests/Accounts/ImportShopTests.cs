using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Accounts;

public sealed class ImportShopTests
{
    private const string Afi = """
        { "version": 1, "name": "Tissus Afi", "city": "Lomé", "country": "TG", "currency": "XOF", "locale": "fr-TG", "timeZone": "Africa/Lome",
          "assistant": { "name": "Essi", "tone": "brief" },
          "products": [
            { "sku": "B1", "name": "Bazin riche", "category": "Bazin", "description": "Damassé", "price": 15750, "floor": 13000, "stock": 8 },
            { "name": "Wax Hollandais", "price": 32500 } ] }
        """;

    [Fact]
    public async Task A_new_shop_is_on_business_without_end_and_its_assistant_answers()
    {
        await using var town = await Town.StartAsync();

        var shop = (await town.SendAsync(new ImportShop(Afi, null))).Value!;

        Assert.Equal("tissus-afi", shop.Slug);
        var tenant = await town.ReadAsync(shop.Id, db => db.Tenants.SingleAsync());
        Assert.Equal(("Lomé", "TG", "Essi", "brief", false), (tenant.City, tenant.Country, tenant.Assistant.Name, tenant.Assistant.Tone, tenant.Assistant.Paused));
        var subscription = await town.ReadAsync(shop.Id, db => db.Subscriptions.SingleAsync());
        Assert.Equal((Plan.Business, null), (subscription.PlanAt(Town.Noon.AddYears(50)), subscription.EndsAt));
        var products = await town.ReadAsync(shop.Id, db => db.Products.OrderBy(p => p.Sku).ToListAsync());
        Assert.Equal([("B1", 15750L, (long?)13000L, (int?)8), ("wax-hollandais", 32500L, null, null)], products.Select(p => (p.Sku, p.ListPrice, p.FloorPrice, p.Stock)));
    }

    [Fact]
    public async Task What_a_second_file_leaves_out_stays_and_null_takes_it_away()
    {
        await using var town = await Town.StartAsync();
        var shop = (await town.SendAsync(new ImportShop(Afi, null))).Value!.Id;

        var again = await town.SendAsync(new ImportShop(
            """
            { "name": "Tissus Afi", "currency": "XOF", "city": null, "assistant": { "paused": true },
              "products": [ { "sku": "B1", "price": 16000, "floor": null }, { "sku": "N1", "name": "Nouveau", "price": 500 } ] }
            """, null));

        Assert.Equal(shop, again.Value!.Id);
        var tenant = await town.ReadAsync(shop, db => db.Tenants.SingleAsync());
        Assert.Equal((null, "TG", "Essi", "brief", true), (tenant.City, tenant.Country, tenant.Assistant.Name, tenant.Assistant.Tone, tenant.Assistant.Paused));
        var products = await town.ReadAsync(shop, db => db.Products.OrderBy(p => p.Sku).ToListAsync());
        Assert.Equal(["B1", "N1", "wax-hollandais"], products.Select(p => p.Sku));
        Assert.Equal(("Bazin riche", "Damassé", 16000L, null, 8), (products[0].Name, products[0].Description, products[0].ListPrice, products[0].FloorPrice, products[0].Stock));
    }

    [Theory]
    [InlineData("""[]""", "file: must be an object")]
    [InlineData("""{ "name": """, "file: is not valid JSON (line 1")]
    [InlineData("""{ "currency": "XOF", "products": [] }""", "name: is missing")]
    [InlineData("""{ "name": "A", "products": [] }""", "currency: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF" }""", "products: is missing")]
    [InlineData("""{ "name": "A", "currency": "ABC", "products": [] }""", "currency: must be")]
    [InlineData("""{ "version": 2, "name": "A", "currency": "XOF", "products": [] }""", "version: must be 1")]
    [InlineData("""{ "name": 7, "currency": "XOF", "products": [] }""", "name: must be a text")]
    [InlineData("""{ "name": "A", "name": "B", "currency": "XOF", "products": [] }""", "name: stands here twice")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "colour": 1 }""", "colour: is not a field")]
    [InlineData("""{ "name": "A", "slug": "À b", "currency": "XOF", "products": [] }""", "slug: holds a to z")]
    [InlineData("""{ "name": "A", "country": "Togo", "currency": "XOF", "products": [] }""", "country: has at most 2")]
    [InlineData("""{ "name": "A", "locale": "xx-nowhere-9", "currency": "XOF", "products": [] }""", "locale: must be")]
    [InlineData("""{ "name": "A", "timeZone": "Africa/Nowhere", "currency": "XOF", "products": [] }""", "timeZone: 'Africa/Nowhere'")]
    [InlineData("""{ "name": "A", "currency": "XOF", "assistant": { "tone": "loud" }, "products": [] }""", "assistant.tone: must be")]
    [InlineData("""{ "name": "A", "currency": "XOF", "assistant": { "paused": "no" }, "products": [] }""", "assistant.paused: must be true or false")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": {} }""", "products: must be a list")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ 1 ] }""", "products[0]: must be an object")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 1 }, { "price": 1 } ] }""", "products[1].name: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "sku": "P", "price": 1 } ] }""", "products[0].name: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P" } ] }""", "products[0].price: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 1.5 } ] }""", "products[0].price: must be a whole number")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": "1" } ] }""", "products[0].price: must be a whole number")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 0 } ] }""", "products[0].price: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "floor": 6 } ] }""", "products[0].floor: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "stock": -1 } ] }""", "products[0].stock: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "stock": 9000000000 } ] }""", "products[0].stock: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "sku": "S", "name": "P", "price": 5 }, { "sku": "S", "name": "Q", "price": 5 } ] }""", "products[1].sku: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5 }, { "name": "p", "price": 5 } ] }""", "products[1].name: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "prize": 1 } ] }""", "products[0].prize: is not a field")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "hours": { "mon": "8-19" } }""", "hours.mon: must be two times")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "hours": { "lun": null } }""", "hours.lun: is not a field")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "closedDays": [ "25/12" ] }""", "closedDays[0]: must be a day")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "cashStep": 0 }""", "cashStep: must be more than zero")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "location": { "latitude": 95, "longitude": 1 } }""", "location: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "assistant": { "style": "hard" } }""", "assistant.style: must be one of")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "assistant": { "agreementHours": 0 } }""", "assistant.agreementHours: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "waives": "some" } }""", "delivery.waives: must be one of")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "freeZones": [ "x" ], "freeFrom": 5 } }""", "delivery.freeZones: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "surcharge": { "freeGrams": 5 } } }""", "delivery.surcharge.perExtraKilogram: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "zones": [ { "name": "Z" } ] } }""", "delivery.zones[0].fee: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "zones": [ { "name": "Z", "fee": 1 }, { "code": "z", "fee": 1 } ] } }""", "delivery.zones[1].code: leads to")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "zones": [ { "name": "Z", "fee": 1, "polygon": [ [1, 2], [1] ] } ] } }""", "delivery.zones[0].polygon[1]: must be a latitude")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "zones": [ { "name": "Z", "fee": 1, "band": { "fromKilometres": 5, "toKilometres": 2 } } ] } }""", "delivery.zones[0].band: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [], "delivery": { "zones": [ { "name": "Z", "fee": 1, "circle": { "latitude": 1, "longitude": 1, "kilometres": 1 }, "band": { "fromKilometres": 0, "toKilometres": 2 } } ] } }""", "delivery.zones[0].band: is a second form")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "floor": 4, "tiers": [ { "minQuantity": 3, "unitPrice": 2 } ] } ] }""", "products[0].tiers: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "tiers": [ { "minQuantity": 3 } ] } ] }""", "products[0].tiers[0].unitPrice: is missing")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "stock": 3, "variants": [ { "name": "M", "stock": 1 } ] } ] }""", "products[0].stock: ")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "restockOn": "soon" } ] }""", "products[0].restockOn: must be a day")]
    [InlineData("""{ "name": "A", "currency": "XOF", "products": [ { "name": "P", "price": 5, "photos": [ "a.jpg" ] } ] }""", "products[0].photos[0]: names a file")]
    public async Task A_mistake_is_named_with_its_path_and_nothing_is_stored(string json, string message)
    {
        await using var town = await Town.StartAsync();

        var refused = await town.SendAsync(new ImportShop(json, "afi@example.com"));

        Assert.StartsWith(message, refused.Error?.Message, StringComparison.Ordinal);
        Assert.Empty(await town.Services.GetRequiredService<IAcrossTenants>().ShopsAsync(CancellationToken.None));
        Assert.False(await town.ReadAsync(null, db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task A_mistake_in_the_last_product_of_a_second_file_changes_nothing()
    {
        await using var town = await Town.StartAsync();
        var shop = (await town.SendAsync(new ImportShop(Afi, null))).Value!.Id;

        var refused = await town.SendAsync(new ImportShop(
            """{ "name": "Tissus Afi", "city": "Kara", "currency": "XOF", "products": [ { "sku": "B1", "price": 1 , "floor": 1 }, { "sku": "B2", "name": "X", "price": 0 } ] }""", null));

        Assert.StartsWith("products[1].price", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("Lomé", (await town.ReadAsync(shop, db => db.Tenants.SingleAsync())).City);
        Assert.Equal(15750, (await town.ReadAsync(shop, db => db.Products.SingleAsync(p => p.Sku == "B1"))).ListPrice);
    }

    [Fact]
    public async Task A_floor_that_was_kept_contradicts_a_lower_new_price()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(new ImportShop(Afi, null));

        var refused = await town.SendAsync(new ImportShop("""{ "name": "Tissus Afi", "currency": "XOF", "products": [ { "sku": "B1", "price": 9000 } ] }""", null));

        Assert.StartsWith("products[0].floor", refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_keeps_its_currency()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(new ImportShop(Afi, null));

        var refused = await town.SendAsync(new ImportShop("""{ "name": "Tissus Afi", "currency": "EUR", "products": [] }""", null));

        Assert.StartsWith("currency: ", refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_was_archived_is_there_again()
    {
        await using var town = await Town.StartAsync();
        var shop = (await town.SendAsync(new ImportShop(Afi, null))).Value!.Id;
        await town.ReadAsync(shop, db => db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.ArchivedAt, Town.Noon)));

        await town.SendAsync(new ImportShop("""{ "name": "Tissus Afi", "currency": "XOF", "products": [ { "sku": "B1" } ] }""", null));

        Assert.Equal(["B1"], await town.ReadAsync(shop, db => db.Products.Where(p => p.ArchivedAt == null).Select(p => p.Sku).ToListAsync()));
    }

    [Fact]
    public async Task A_new_owner_gets_a_link_to_choose_a_password()
    {
        await using var town = await Town.StartAsync();

        var shop = (await town.SendAsync(new ImportShop(Afi, "afi@example.com"))).Value!;
        var (user, token) = Town.LinkIn(shop.SetPassword!.ToString());
        Assert.True((await town.SendAsync(new ResetPassword(user, token, Town.Password))).IsOk);
        var browser = town.Browse();

        Assert.True((await browser.SendAsync(new SignIn("afi@example.com", Town.Password))).IsOk);
        Assert.Equal(shop.Id.Value.ToString(), (await browser.WhoAsync()).FindFirst(PersonClaims.Shop)?.Value);
    }

    [Fact]
    public async Task An_agent_who_is_named_as_owner_becomes_one()
    {
        await using var town = await Town.StartAsync();
        await town.Browse().SendAsync(Town.NewShop());
        var shop = (await town.SendAsync(new ImportShop(Afi.Replace("Tissus Afi", "Chez Awa", StringComparison.Ordinal), "afi@example.com"))).Value!.Id;
        await town.ReadAsync(shop, db => db.Memberships.ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Agent)));

        await town.SendAsync(new ImportShop(Afi.Replace("Tissus Afi", "Chez Awa", StringComparison.Ordinal), "afi@example.com"));

        Assert.Equal(Role.Owner, (await town.ReadAsync(shop, db => db.Memberships.SingleAsync())).Role);
    }

    [Fact]
    public async Task The_demo_shop_is_such_a_file()
    {
        await using var town = await Town.StartAsync();

        var shop = await town.SendAsync(new ImportShop(await File.ReadAllTextAsync(DemoFile()), null));

        Assert.Null(shop.Error);
        Assert.Equal(14, await town.ReadAsync(shop.Value!.Id, db => db.Products.CountAsync()));
    }

    private static string DemoFile([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "WebUI", "Demo", "maison-adjoa.json");
}
