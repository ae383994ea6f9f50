using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class ProductPageTests
{
    [Theory]
    [InlineData(Plan.Starter, 50, "Votre forfait permet 50 produits en vente. Retirez-en un, ou passez à Pro, qui en permet 1 000.")]
    [InlineData(Plan.Pro, 1_000, "Votre forfait permet 1 000 produits en vente. Retirez-en un, ou passez à Business, qui en permet 10 000.")]
    public async Task A_full_catalogue_names_the_plan_that_holds_more(Plan plan, int limit, string sentence)
    {
        await using var host = await PageHost.StartAsync(plan: plan);
        await host.SaveAsync(db => db.Products.AddRange(Enumerable.Range(1, limit).Select(n => New(host, $"Pagne {n}"))));
        using var vendor = new Visitor(host.Url);

        var refused = await vendor.PostAsync("/products/add", "/products/add", ("Input.Name", "Bazin riche"), ("Input.Price", "15.000"));

        Assert.Equal(422, refused.Status);
        Assert.Contains(sentence, refused.Html);
        Assert.Contains("value=\"Bazin riche\"", refused.Html);
    }

    [Fact]
    public async Task Who_comes_second_sees_what_is_there_now_and_keeps_what_was_typed()
    {
        await using var host = await PageHost.StartAsync();
        var product = New(host, "Bazin riche");
        await host.SaveAsync(db => db.Products.Add(product));
        using var vendor = new Visitor(host.Url);
        var page = $"/products/{product.Id.Value}";

        var saved = await vendor.PostAsync(page, page, ("Input.Version", "1"), ("Input.Name", "Bazin riche"), ("Input.Price", "15 000"), ("Input.Stock", "4"));
        var late = await vendor.PostAsync(page, page, ("Input.Version", "1"), ("Input.Name", "Bazin super riche"), ("Input.Price", "15000"), ("Input.Stock", "9"));

        Assert.Equal(200, saved.Status);
        Assert.Equal(422, late.Status);
        Assert.Contains("<dt>Nom du produit</dt><dd>Bazin riche</dd>", late.Html);
        Assert.Contains("<dt>Stock</dt><dd>4</dd>", late.Html);
        Assert.DoesNotContain("<dt>Prix affiché</dt>", late.Html);
        Assert.Contains("value=\"Bazin super riche\"", late.Html);

        var again = await vendor.PostAsync(page, page, ("Input.Version", "2"), ("Input.Name", "Bazin super riche"), ("Input.Price", "15000"));
        Assert.Equal("/products", again.At);
    }

    [Fact]
    public async Task The_list_shows_how_far_the_assistant_may_go_down()
    {
        await using var host = await PageHost.StartAsync();
        await host.SaveAsync(db => db.Products.AddRange(New(host, "Kente", floor: 8_000), New(host, "Foulard")));
        using var vendor = new Visitor(host.Url);

        var list = await vendor.GetAsync("/products");

        Assert.Contains("2 000 F</span>, 20 %", list.Html);
        Assert.Single(list.Html.Split("class=\"mini ruler\"")[1..]);
    }

    private static Product New(PageHost host, string name, long? floor = null) =>
        Product.Add(host.Shop, name, new ProductDetails(name, 10_000, floor)).Value!;
}
