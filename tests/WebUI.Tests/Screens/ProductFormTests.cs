using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Negotiation;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class ProductFormTests
{
    [Fact]
    public async Task Everything_a_product_has_is_typed_stored_and_shown_again()
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var list = await vendor.PostAsync("/products/add", "/products/add", ("Input.Name", "Chemise"), ("Input.Price", "10 000"), ("Input.MaxDiscount", "20 %"),
            ("Input.Style", "Firm"), ("Input.PriceStep", "250"), ("Input.Tiers[0].MinQuantity", "3"), ("Input.Tiers[0].UnitPrice", "9 500"),
            ("Input.Tiers[1].MinQuantity", ""), ("Input.Tiers[2].MinQuantity", "10"), ("Input.Tiers[2].UnitPrice", "9000"), ("Input.Variants[0].VariantName", ""), ("Input.Variants[1].VariantName", "XL"), ("Input.Variants[1].VariantStock", "4"),
            ("Input.ProductAliases", "liquette\ncorsage"), ("Input.WeightGrams", "1 200"), ("Input.WarrantyMonths", "6"), ("Input.RestockOn", "2026-12-24"));

        Assert.Equal("/products", list.At);
        Assert.Contains("2 000 F</span>, 20 %", list.Html);
        var stored = await StoredAsync(host);
        Assert.Equal([new PriceTier(3, 9_500), new PriceTier(10, 9_000)], stored.Tiers);
        Assert.Equal([new ProductVariant("XL", 4)], stored.Variants);
        Assert.Equal(["liquette", "corsage"], stored.Aliases);
        Assert.Equal((20, NegotiationStyle.Firm, 250L, true), (stored.MaxDiscountPercent, stored.Style, stored.Step, stored.Negotiable));
        Assert.Equal((1_200, 6, new DateOnly(2026, 12, 24)), (stored.WeightGrams, stored.WarrantyMonths, stored.RestockOn));

        var form = await vendor.GetAsync($"/products/{stored.Id.Value}");
        Assert.Contains("name=\"Input.Tiers[1].UnitPrice\" type=\"text\" value=\"9 000\"", form.Html);
        Assert.Contains("value=\"2026-12-24\"", form.Html);
        Assert.Contains("<option selected=\"selected\" value=\"Firm\">Ferme</option>", form.Html);
        Assert.Contains("Input.Tiers[4].UnitPrice", form.Html);
    }

    [Theory]
    [InlineData("fr", "Le prix par quantité (8 000 dès 3 pièces) est sous le plancher.")]
    [InlineData("en", "is below the floor.")]
    public async Task A_price_by_quantity_below_the_floor_is_refused_at_its_row_and_nothing_typed_is_lost(string language, string reason)
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url, language);

        var refused = await vendor.PostAsync("/products/add", "/products/add", ("Input.Name", "Wax"), ("Input.Price", "10000"), ("Input.Floor", "9000"),
            ("Input.Tiers[0].UnitPrice", ""), ("Input.Tiers[1].MinQuantity", "3"), ("Input.Tiers[1].UnitPrice", "8000"), ("Input.ProductAliases", "pagne"), ("Input.RestockOn", "2026-12-24"));

        Assert.Equal(422, refused.Status);
        Assert.Contains(reason, refused.Html);
        Assert.Contains("href=\"#Input_Tiers_1__UnitPrice\"", refused.Html);
        Assert.Contains("id=\"Input_Tiers_1__UnitPrice-e\"", refused.Html);
        Assert.Contains("value=\"8000\"", refused.Html);
        Assert.Contains(">pagne</textarea>", refused.Html);
        Assert.Contains("value=\"2026-12-24\"", refused.Html);
        Assert.Single(refused.Html.Split("class=\"section\" open")[1..]);
    }

    [Theory]
    [InlineData("Input_MaxDiscount", "Input.MaxDiscount", "120")]
    [InlineData("Input_MaxDiscount", "Input.MaxDiscount", "beaucoup")]
    [InlineData("Input_Tiers_0__UnitPrice", "Input.Tiers[0].MinQuantity", "3")]
    [InlineData("Input_Variants_0__VariantName", "Input.Variants[0].VariantStock", "3")]
    [InlineData("Input_Variants_0__VariantStock", "Input.Variants[0].VariantStock", "peu")]
    [InlineData("Input_WarrantyMonths", "Input.WarrantyMonths", "-1")]
    [InlineData("Input_RestockOn", "Input.RestockOn", "demain")]
    public async Task What_makes_no_sense_is_said_at_its_field(string id, string name, string typed)
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var refused = await vendor.PostAsync("/products/add", "/products/add", ("Input.Name", "Wax"), ("Input.Price", "10000"), (name, typed));

        Assert.Equal(422, refused.Status);
        Assert.Contains($"id=\"{id}-e\"", refused.Html);
        Assert.Contains($"value=\"{typed}\"", refused.Html);
    }

    [Fact]
    public async Task A_fixed_price_keeps_its_floor_for_later_and_is_listed_as_fixed()
    {
        await using var host = await PageHost.StartAsync();
        using var vendor = new Visitor(host.Url);

        var list = await vendor.PostAsync("/products/add", "/products/add", ("Input.Name", "Wax"), ("Input.Price", "10000"), ("Input.Floor", "8000"), ("Input.FixedPrice", "true"));

        Assert.Contains("prix fixe", list.Html);
        Assert.Equal((8_000L, false), ((await StoredAsync(host)).FloorPrice, (await StoredAsync(host)).Negotiable));
    }

    [Fact]
    public async Task Names_of_photos_are_shown()
    {
        await using var host = await PageHost.StartAsync();
        var product = Product.Add(host.Shop, "wax", new ProductDetails("Wax", 10_000)).Value!;
        product.ShowPhotos(["0a1b.jpg"]);
        await host.SaveAsync(db => db.Products.Add(product));
        using var vendor = new Visitor(host.Url);

        Assert.Contains("0a1b.jpg", (await vendor.GetAsync($"/products/{product.Id.Value}")).Html);
    }

    private static async Task<Product> StoredAsync(PageHost host)
    {
        Product? product = null;
        await host.SaveAsync(db => product = db.Products.AsNoTracking().Single());
        return product!;
    }
}
