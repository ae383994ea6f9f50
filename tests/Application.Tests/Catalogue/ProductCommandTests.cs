using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Catalogue;

public sealed class ProductCommandTests
{
    private static readonly PlanTerms OnePlace = PlanTerms.Default with { Starter = PlanTerms.Default.Starter with { Products = 1 } };

    [Fact]
    public async Task A_reference_is_made_from_the_name_and_stays_unique()
    {
        await using var shop = await CatalogueShop.OpenAsync();

        var first = await shop.HasAsync("Mèche Humaine 18\"", 45_000);
        var second = await shop.HasAsync("Mèche humaine 18", 45_000);
        var foreign = await shop.HasAsync("布料", 1_000);

        Assert.Equal("meche-humaine-18", (await shop.SendAsync(new GetProductForEdit(first)))!.Sku);
        Assert.Equal("meche-humaine-18-2", (await shop.SendAsync(new GetProductForEdit(second)))!.Sku);
        Assert.Equal("article", (await shop.SendAsync(new GetProductForEdit(foreign)))!.Sku);
    }

    [Fact]
    public async Task A_given_reference_that_is_taken_is_refused_whatever_its_case_also_by_an_archived_product()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        var taken = await shop.SendAsync(new AddProduct(new ProductDetails("Bazin", 10_000), "BZ-1"));
        await shop.SendAsync(new ArchiveProduct(taken.Value));

        var refused = await shop.SendAsync(new AddProduct(new ProductDetails("Autre bazin", 10_000), "bz-1"));

        Assert.Equal(ProductErrors.SkuTaken, refused.Error);
    }

    [Fact]
    public async Task Twenty_who_add_at_once_share_no_last_place()
    {
        await using var shop = await CatalogueShop.OpenAsync(Plan.Starter, services => services.AddSingleton(OnePlace));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.SendAsync(new AddProduct(new ProductDetails($"Article {i}", 1_000)))));

        Assert.Single(outcomes, outcome => outcome.IsOk);
        Assert.All(outcomes.Where(outcome => !outcome.IsOk), outcome => Assert.Equal("product_limit", outcome.Error!.Code));
        Assert.Equal(1, (await shop.SendAsync(new ListProducts())).OnSale);
    }

    [Fact]
    public async Task An_archived_product_frees_its_place_and_comes_back_only_into_a_free_one()
    {
        await using var shop = await CatalogueShop.OpenAsync(Plan.Starter, services => services.AddSingleton(OnePlace));
        var first = await shop.HasAsync("Premier", 1_000);
        await shop.SendAsync(new ArchiveProduct(first));
        var second = await shop.HasAsync("Second", 1_000);

        var refused = await shop.SendAsync(new RestoreProduct(first));
        await shop.SendAsync(new ArchiveProduct(second));
        var restored = await shop.SendAsync(new RestoreProduct(first));

        Assert.Equal("product_limit", refused.Error?.Code);
        Assert.True(restored.IsOk);
        Assert.Equal("Premier", Assert.Single((await shop.SendAsync(new ListProducts())).Rows).Name);
    }

    [Fact]
    public async Task Who_edits_an_old_version_is_told_and_changes_nothing()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        var id = await shop.HasAsync("Bazin", 10_000);
        var seen = (await shop.SendAsync(new GetProductForEdit(id)))!;
        Assert.True((await shop.SendAsync(new EditProduct(id, seen.Version, seen.Details with { ListPrice = 11_000 }))).IsOk);

        var late = await shop.SendAsync(new EditProduct(id, seen.Version, seen.Details with { ListPrice = 9_000 }));

        Assert.Equal(Error.EditedElsewhere, late.Error);
        Assert.Equal(11_000, (await shop.SendAsync(new GetProductForEdit(id)))!.Details.ListPrice);
    }

    [Fact]
    public async Task Two_who_save_the_same_version_at_once_do_not_both_win()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        var id = await shop.HasAsync("Bazin", 10_000);
        var seen = (await shop.SendAsync(new GetProductForEdit(id)))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => shop.SendAsync(new EditProduct(id, seen.Version, seen.Details with { Stock = i }))));

        Assert.Single(outcomes, outcome => outcome.IsOk);
    }

    [Fact]
    public async Task A_floor_above_the_price_is_refused()
    {
        await using var shop = await CatalogueShop.OpenAsync();

        var refused = await shop.SendAsync(new AddProduct(new ProductDetails("Bazin", 10_000, FloorPrice: 10_001)));

        Assert.Equal(WaSaas.Domain.Negotiation.NegotiationErrors.FloorAbovePrice, refused.Error);
        Assert.Equal(0, (await shop.SendAsync(new ListProducts())).Total);
    }

    [Fact]
    public async Task Too_long_a_reference_is_malformed_input()
    {
        await using var shop = await CatalogueShop.OpenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => shop.SendAsync(new AddProduct(new ProductDetails("Bazin", 1), new string('x', 61))));
    }

    [Fact]
    public async Task Products_of_another_shop_can_be_neither_seen_nor_changed()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        var id = await shop.HasAsync("Bazin", 10_000, floor: 8_000);
        var other = await shop.AddTenantAsync("Autre", Plan.Pro);

        Assert.Null(await shop.SendAsync(new GetProductForEdit(id), other));
        Assert.Empty((await shop.SendAsync(new ListProducts(), other)).Rows);
        Assert.Equal(Error.NotFound, (await shop.SendAsync(new EditProduct(id, 1, new ProductDetails("Volé", 1)), other)).Error);
        Assert.Equal(Error.NotFound, (await shop.SendAsync(new ArchiveProduct(id), other)).Error);
        Assert.Equal(Error.NotFound, (await shop.SendAsync(new RestoreProduct(id), other)).Error);
        Assert.Equal("Bazin", (await shop.SendAsync(new GetProductForEdit(id)))!.Details.Name);
    }

    [Fact]
    public async Task The_list_is_searched_without_accents_filtered_and_cut_into_pages()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        for (var i = 0; i < 52; i++)
        {
            await shop.HasAsync($"Chemise {i:00}", 5_000);
        }

        var meche = await shop.HasAsync("Mèche", 40_000, stock: 0);
        await shop.SendAsync(new ArchiveProduct(await shop.HasAsync("Ancien", 1_000)));

        var first = await shop.SendAsync(new ListProducts());
        var last = await shop.SendAsync(new ListProducts(Page: 99));
        Assert.Equal((53, 2, ProductPage.Size), (first.Total, first.Pages, first.Rows.Count));
        Assert.Equal((2, 3), (last.Page, last.Rows.Count));
        Assert.Equal(meche, Assert.Single((await shop.SendAsync(new ListProducts("MECHE"))).Rows).Id);
        Assert.Equal(meche, Assert.Single((await shop.SendAsync(new ListProducts(Filter: ProductFilter.OutOfStock))).Rows).Id);
        Assert.Equal("Ancien", Assert.Single((await shop.SendAsync(new ListProducts(Filter: ProductFilter.Archived))).Rows).Name);
    }
}
