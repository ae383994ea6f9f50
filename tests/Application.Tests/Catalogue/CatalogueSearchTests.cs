using System.Diagnostics;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Catalogue;

public sealed class CatalogueSearchTests(CatalogueSearchTests.Unchanged unchanged) : IClassFixture<CatalogueSearchTests.Unchanged>
{
    [Theory]
    [InlineData("Bonjour, le bazin riche est à combien ?", "Bazin riche")]
    [InlineData("BAZIN RICHÉ svp", "Bazin riche")]
    [InlineData("prix des bazins riches", "Bazin riche")]
    [InlineData("bazain riche", "Bazin riche")]
    [InlineData("vous avez des ventilos ?", "Ventilateur sur pied")]
    [InlineData("do you have a fan", "Ventilateur sur pied")]
    [InlineData("ventillateur", "Ventilateur sur pied")]
    [InlineData("power bank 20000 mAh", "Powerbank 20000mAh")]
    [InlineData("batterie externe", "Powerbank 20000mAh")]
    [InlineData("iphone15", "iPhone 15 Pro")]
    [InlineData("how much is human hair?", "Mèche humaine")]
    [InlineData("meches humaines", "Mèche humaine")]
    [InlineData("tissu ankara", "Pagne wax hollandais")]
    [InlineData("pagnes hollandais", "Pagne wax hollandais")]
    [InlineData("vos baskets", "Sneakers blanches")]
    [InlineData("c cb les sneaker", "Sneakers blanches")]
    public async Task A_product_is_found_as_customers_write_it(string asked, string expected)
    {
        Assert.Equal([expected], await unchanged.Shop.FindAsync(asked));
    }

    [Theory]
    [InlineData("des pneus de camion")]
    [InlineData("combien svp")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("riz parfumé")]
    public async Task What_the_shop_does_not_sell_is_not_found(string asked)
    {
        Assert.Empty(await unchanged.Shop.FindAsync(asked));
    }

    [Fact]
    public async Task One_burst_may_name_two_products()
    {
        var found = await unchanged.Shop.SearchAsync(search => search.SearchAsync("le bazin riche et le ventilateur sont à combien", 5, CancellationToken.None));

        Assert.Equal(["Bazin riche", "Ventilateur sur pied"], found.Items.Select(item => item.Name).Order());
        Assert.False(found.Ambiguous);
    }

    [Fact]
    public async Task A_category_names_all_that_stand_in_it()
    {
        await using var shop = await FilledAsync();
        await shop.HasAsync("Bazin brodé", 22_000, category: "Tissus");

        Assert.Equal(["Bazin brodé", "Bazin riche", "Pagne wax hollandais"], (await shop.FindAsync("vous avez quoi comme tissus")).Order());
    }

    [Fact]
    public async Task Two_numbers_in_a_name_stay_two()
    {
        await using var shop = await FilledAsync();
        await shop.HasAsync("iPhone 13 128 Go", 250_000);
        await shop.HasAsync("Coque iPhone 13", 3_000);

        Assert.Equal(["Coque iPhone 13", "iPhone 13 128 Go"], (await shop.FindAsync("iphone 13 svp")).Order());
    }

    [Fact]
    public async Task Several_products_that_fit_alike_are_all_returned_and_said_to_be_ambiguous()
    {
        await using var shop = await FilledAsync();
        await shop.HasAsync("Pagne wax ghanéen", 9_000);

        var found = await shop.SearchAsync(search => search.SearchAsync("pagne wax", 5, CancellationToken.None));

        Assert.Equal(["Pagne wax ghanéen", "Pagne wax hollandais"], found.Items.Select(item => item.Name).Order());
        Assert.True(found.Ambiguous);
        Assert.Equal(MatchKind.Exact, found.Match);
    }

    [Fact]
    public async Task A_misspelt_word_is_told_apart_from_an_exact_one()
    {
        var exact = await unchanged.Shop.SearchAsync(search => search.SearchAsync("bazin riche", 5, CancellationToken.None));
        var misspelt = await unchanged.Shop.SearchAsync(search => search.SearchAsync("bazzin riche", 5, CancellationToken.None));

        Assert.Equal(MatchKind.Exact, exact.Match);
        Assert.Equal(MatchKind.Fuzzy, misspelt.Match);
    }

    [Fact]
    public async Task An_edited_price_is_found_at_once()
    {
        await using var shop = await FilledAsync();
        var id = await shop.HasAsync("Kenté royal", 30_000);
        Assert.Equal(["Kenté royal"], await shop.FindAsync("kente"));
        var before = await shop.SendAsync(new GetProductForEdit(id));

        await shop.SendAsync(new EditProduct(id, before!.Version, before.Details with { ListPrice = 28_000 }));

        var found = await shop.SearchAsync(search => search.SearchAsync("kente", 5, CancellationToken.None));
        Assert.Equal(28_000, Assert.Single(found.Items).Price);
    }

    [Fact]
    public async Task A_change_by_another_process_is_found_at_once()
    {
        await using var shop = await FilledAsync();
        Assert.Empty(await shop.FindAsync("moustiquaire"));
        await using (var other = shop.OtherProcess())
        {
            await other.HasAsync("Moustiquaire double", 4_500);
        }

        Assert.Equal(["Moustiquaire double"], await shop.FindAsync("moustiquaire"));
    }

    [Fact]
    public async Task An_archived_product_is_not_found_until_it_is_restored()
    {
        await using var shop = await FilledAsync();
        var id = await shop.HasAsync("Kenté royal", 30_000);
        await shop.SendAsync(new ArchiveProduct(id));
        Assert.Empty(await shop.FindAsync("kente"));
        Assert.Null(await shop.SearchAsync(search => search.FindAsync("kente-royal", CancellationToken.None)));

        await shop.SendAsync(new RestoreProduct(id));

        Assert.Equal(["Kenté royal"], await shop.FindAsync("kente"));
        Assert.NotNull(await shop.SearchAsync(search => search.FindAsync("KENTE-royal", CancellationToken.None)));
    }

    [Fact]
    public async Task A_shop_never_finds_another_shops_products()
    {
        await using var shop = await FilledAsync();
        var other = await shop.AddTenantAsync("Autre", Plan.Pro);
        Assert.Equal(["Bazin riche"], await shop.FindAsync("bazin riche"));

        var found = await shop.SearchAsync(search => search.SearchAsync("bazin riche", 5, CancellationToken.None), other);
        var shelf = await shop.SearchAsync(search => search.BrowseAsync(5, CancellationToken.None), other);

        Assert.Empty(found.Items);
        Assert.Empty(shelf);
    }

    [Fact]
    public void Indexes_over_the_bound_are_forgotten_oldest_first()
    {
        var indexes = new CatalogueIndexes(capacity: 200);
        var shops = Enumerable.Range(0, 5).Select(_ => new CatalogueState(Id.New<TenantId>(), 10, 10, 10)).ToArray();
        foreach (var state in shops)
        {
            indexes.Keep(state, IndexOf(10));
            Assert.NotNull(indexes.Find(shops[0]) ?? indexes.Find(state));
        }

        Assert.NotNull(indexes.Find(shops[0]));
        Assert.Null(indexes.Find(shops[1]));
        Assert.NotNull(indexes.Find(shops[4]));
        Assert.Null(indexes.Find(shops[4] with { Changes = 11 }));
    }

    [Fact]
    public void Among_ten_thousand_products_a_misspelt_question_still_finds_the_one_that_is_meant()
    {
        var evaluation = new QueryEvaluation(IndexOf(10_000));

        for (var i = 0; i < 100; i++)
        {
            Assert.EndsWith($" {i * 90}", evaluation.Evaluate($"bonjour la robee numero {i * 90} svp", 5).Items[0].Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Questions_at_the_same_moment_do_not_mix()
    {
        var evaluation = new QueryEvaluation(IndexOf(1_000));

        Parallel.For(0, 2_000, i =>
        {
            var number = i % 333 * 3;
            Assert.EndsWith($" {number}", evaluation.Evaluate($"la robe numero {number} svp", 5).Items[0].Name, StringComparison.Ordinal);
        });
    }

    private static CatalogueIndex IndexOf(int products) => new(
    [
        .. Enumerable.Range(0, products).Select(i => new CatalogueItem(
            Id.New<ProductId>(), $"sku-{i}", $"{(i % 3 == 0 ? "Robe" : "Chemise")} numéro {i}", "Mode", $"Une pièce de la série {i % 100}.", 1_000 + i, null)),
    ]);

    private static async Task<CatalogueShop> FilledAsync()
    {
        var shop = await CatalogueShop.OpenAsync();
        await shop.HasAsync("Bazin riche", 15_750, 13_000, 8, "Tissus", "Bazin de première qualité, six yards.");
        await shop.HasAsync("Bazin simple", 9_500);
        await shop.HasAsync("Pagne wax hollandais", 15_000, 12_000, 3);
        await shop.HasAsync("Ventilateur sur pied", 22_000, stock: 4);
        await shop.HasAsync("Powerbank 20000mAh", 12_500);
        await shop.HasAsync("iPhone 15 Pro", 650_000);
        await shop.HasAsync("Mèche humaine", 45_000, 40_000, 0);
        await shop.HasAsync("Sneakers blanches", 18_000, stock: 1);
        return shop;
    }

    /// <summary>One filled shop for the questions that change nothing.</summary>
    public sealed class Unchanged : IAsyncLifetime
    {
        public CatalogueShop Shop { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Shop = await FilledAsync();

        public ValueTask DisposeAsync() => Shop.DisposeAsync();
    }
}
