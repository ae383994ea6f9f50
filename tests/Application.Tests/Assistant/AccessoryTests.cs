using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Tests.Assistants;

public sealed class AccessoryTests(BargainingShop shop) : IClassFixture<BargainingShop>
{
    private const int MostOffers = 6;
    private const int FirstOffer = 40;

    [Fact]
    public async Task What_the_shop_calls_an_accessory_goes_along_before_anything_else_that_is_cheap()
    {
        await shop.Shop.SaveAsync(db => db.Products.AddRange(
            Of("valise", new("Valise cabine", 60_000, 52_000, 5) { Category = "Bagages" }),
            Of("cadenas", new("Cadenas à chiffres", 9_000, 7_000, 5) { Category = "Bagages" }),
            Of("etiquette", new("Étiquette en cuir", 3_000, 2_400, 5) { Category = "Accessoires" })));
        var afi = shop.Customer();

        var said = await afi.SaysAsync("la valise cabine c'est combien ?");
        for (var asked = 0; asked < MostOffers && !said.Contains("avec ", StringComparison.Ordinal); asked++)
        {
            said = await afi.SaysAsync($"je donne {FirstOffer + asked} 000");
        }

        Assert.Contains("avec Étiquette en cuir", said, StringComparison.Ordinal);
    }

    private Product Of(string sku, ProductDetails details) => Product.Add(shop.Shop.Id, sku, details).Value!;
}
