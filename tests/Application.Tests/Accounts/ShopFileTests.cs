using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>The whole format: what a file says is stored, and a shop makes the file that it came from.</summary>
public sealed class ShopFileTests
{
    private const string Full = """
        { "version": 1, "name": "Tissus Afi", "slug": "tissus-afi", "city": "Lomé", "country": "TG", "currency": "XOF", "locale": "fr-TG",
          "timeZone": "Africa/Lome", "address": "Rue 12", "location": { "latitude": 6.13, "longitude": 1.22 },
          "hours": { "mon": "08:00-19:00", "sun": null }, "closedDays": [ "2026-12-25" ], "payment": [ "TMoney" ], "returns": "7 jours",
          "cashStep": 25,
          "assistant": { "name": "Essi", "tone": "brief", "style": "firm", "priceStep": 250, "agreementHours": 24, "coolDownDays": 3,
            "haggleCart": false, "takeoverMinutes": 45, "paused": true, "voiceReplies": true },
          "delivery": { "freeFrom": 50000, "freeZones": [ "centre" ], "waives": "all", "sameDayCutoff": "16:00",
            "surcharge": { "freeGrams": 5000, "perExtraKilogram": 200, "roundTo": 100 }, "unknownPlace": "ask_then_person",
            "zones": [
              { "code": "tokoin", "name": "Tokoin", "fee": 1500, "circle": { "latitude": 6.15, "longitude": 1.23, "kilometres": 1.25 } },
              { "code": "centre", "name": "Centre", "fee": 1000, "eta": "3 h", "aliases": [ "Bè" ], "polygon": [ [6.1, 1.2], [6.2, 1.2], [6.2, 1.3] ],
                "freeFrom": 30000, "sameDayCutoff": "14:30", "cashOnDelivery": false, "minimumOrder": 2000 },
              { "name": "Au loin", "fee": 3000, "band": { "fromKilometres": 5, "toKilometres": 12.5 } } ] },
          "products": [
            { "sku": "B1", "name": "Bazin", "aliases": [ "bazin riche" ], "category": "Tissu", "description": "Damassé", "price": 15750,
              "floor": 13000, "maxDiscountPercent": 20, "negotiable": true, "style": "generous", "step": 50, "stock": 8, "weightGrams": 700,
              "tiers": [ { "minQuantity": 3, "unitPrice": 15000 } ], "warrantyMonths": 6, "restockOn": "2026-12-01" },
            { "sku": "C1", "name": "Chemise", "price": 9000, "negotiable": false,
              "variants": [ { "name": "M", "stock": 2 }, { "name": "L", "stock": 0 } ] } ] }
        """;

    [Fact]
    public async Task Everything_that_a_file_says_is_stored()
    {
        await using var town = await Town.StartAsync();

        var shop = (await town.SendAsync(new ImportShop(Full, null))).Value!.Id;

        var tenant = await town.ReadAsync(shop, db => db.Tenants.SingleAsync());
        Assert.Equal((NegotiationStyle.Firm, 250L, 24, 3, false), (tenant.Sales.Style, tenant.Sales.PriceStep, tenant.Sales.AgreementHours, tenant.Sales.CoolDownDays, tenant.Sales.HaggleCart));
        Assert.Equal([DayOfWeek.Monday], tenant.Facts.Hours!.Keys);
        var terms = (await town.ReadAsync(shop, db => db.DeliveryRules.SingleAsync())).Terms;
        Assert.Equal((50000L, Waiver.All, new WeightSurcharge(5000, 200), 100L), (terms.FreeFrom, terms.Waives, terms.Surcharge, terms.RoundTo));
        var zones = await town.ReadAsync(shop, db => db.DeliveryZones.OrderBy(z => z.Position).ToListAsync());
        Assert.Equal(["tokoin", "centre", "au-loin"], zones.Select(z => z.Code));
        Assert.Equal((new CircleArea(new GeoPoint(6.15, 1.23), 1250), new BandArea(5000, 12500)), (zones[0].Area, zones[2].Area));
        var shirt = await town.ReadAsync(shop, db => db.Products.SingleAsync(p => p.Sku == "C1"));
        Assert.Equal((2, 0, false), (shirt.StockOf("m"), shirt.StockOf("L"), shirt.Negotiable));
    }

    [Fact]
    public async Task A_shop_that_is_exported_and_imported_again_is_the_same_shop()
    {
        await using var town = await Town.StartAsync();
        var first = (await town.SendAsync(new ImportShop(Full, null))).Value!.Id;
        var exported = (await town.SendAsync(new ExportShop(), first)).Json;

        await using var elsewhere = await Town.StartAsync();
        var second = await elsewhere.SendAsync(new ImportShop(exported, null));
        var again = await town.SendAsync(new ImportShop(exported, null));

        Assert.Null(second.Error);
        Assert.Equal(exported, (await elsewhere.SendAsync(new ExportShop(), second.Value!.Id)).Json);
        Assert.Equal(first, again.Value!.Id);
        Assert.Equal(exported, (await town.SendAsync(new ExportShop(), first)).Json);
        Assert.Contains("\"fromKilometres\": 5", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exported_file_with_its_photos_beside_it_makes_the_same_shop_anywhere()
    {
        var (here, there) = (Directory.CreateTempSubdirectory("wasaas-photos-"), Directory.CreateTempSubdirectory("wasaas-photos-"));
        await File.WriteAllBytesAsync(Path.Combine(here.FullName, "wax.jpg"), [0xFF, 0xD8, 0xFF, 1, 2, 3]);
        await using var town = await Town.StartAsync();
        var first = (await town.SendAsync(new ImportShop(WithPhoto("wax.jpg"), null, here.FullName))).Value!.Id;

        var exported = await town.SendAsync(new ExportShop("photos"), first);
        var photo = Assert.Single(exported.Photos);
        Directory.CreateDirectory(Path.Combine(there.FullName, "photos"));
        File.Copy(Path.Combine(here.FullName, "wax.jpg"), Path.Combine(there.FullName, "photos", photo));
        await using var elsewhere = await Town.StartAsync();
        var second = await elsewhere.SendAsync(new ImportShop(exported.Json, null, there.FullName));
        here.Delete(recursive: true);
        there.Delete(recursive: true);

        Assert.Null(second.Error);
        Assert.Contains($"\"photos/{photo}\"", exported.Json, StringComparison.Ordinal);
        Assert.Equal(exported.Json, (await elsewhere.SendAsync(new ExportShop("photos"), second.Value!.Id)).Json);
    }

    [Fact]
    public async Task What_a_second_file_leaves_out_of_zones_and_products_stays()
    {
        await using var town = await Town.StartAsync();
        var shop = (await town.SendAsync(new ImportShop(Full, null))).Value!.Id;

        var again = await town.SendAsync(new ImportShop(
            """
            { "name": "Tissus Afi", "currency": "XOF", "delivery": { "zones": [ { "code": "centre", "fee": 1200, "polygon": null } ] },
              "products": [ { "sku": "C1", "variants": [ { "name": "M" }, { "name": "XL", "stock": 4 } ] } ] }
            """, null));

        Assert.Null(again.Error);
        var zones = await town.ReadAsync(shop, db => db.DeliveryZones.OrderBy(z => z.Position).ToListAsync());
        Assert.Equal(["centre", "tokoin", "au-loin"], zones.Select(z => z.Code));
        Assert.Equal((1200L, "3 h", false, null), (zones[0].Fee, zones[0].Eta, zones[0].CashOnDelivery, zones[0].Area));
        Assert.Equal(50000, (await town.ReadAsync(shop, db => db.DeliveryRules.SingleAsync())).Terms.FreeFrom);
        var shirt = await town.ReadAsync(shop, db => db.Products.SingleAsync(p => p.Sku == "C1"));
        Assert.Equal([("M", (int?)2), ("XL", 4)], shirt.Variants.Select(v => (v.Name, v.Stock)));
    }

    [Fact]
    public async Task Photos_beside_the_file_are_copied_into_the_shops_store()
    {
        await using var town = await Town.StartAsync();
        var folder = Directory.CreateTempSubdirectory("wasaas-photos-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "wax.jpg"), [0xFF, 0xD8, 0xFF, 1, 2, 3]);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "note.jpg"), "not a picture");

        var shop = (await town.SendAsync(new ImportShop(WithPhoto("wax.jpg"), null, folder.FullName))).Value!.Id;
        var exported = (await town.SendAsync(new ExportShop(), shop)).Json;
        var again = await town.SendAsync(new ImportShop(exported, null));
        var outside = await town.SendAsync(new ImportShop(WithPhoto("../wax.jpg"), null, folder.FullName));
        var fake = await town.SendAsync(new ImportShop(WithPhoto("note.jpg"), null, folder.FullName));
        folder.Delete(recursive: true);

        Assert.Null(again.Error);
        var photo = Assert.Single((await town.ReadAsync(shop, db => db.Products.SingleAsync())).Photos);
        Assert.EndsWith(".jpg", photo, StringComparison.Ordinal);
        Assert.StartsWith("products[0].photos[0]: must lie beside", outside.Error!.Message, StringComparison.Ordinal);
        Assert.StartsWith("products[0].photos[0]: is no JPEG", fake.Error!.Message, StringComparison.Ordinal);
    }

    private static string WithPhoto(string path) =>
        $$"""{ "name": "P", "currency": "XOF", "products": [ { "sku": "A", "name": "A", "price": 5, "photos": [ "{{path}}" ] } ] }""";
}
