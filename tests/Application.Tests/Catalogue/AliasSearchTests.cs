using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Tests.Catalogue;

public sealed class AliasSearchTests
{
    [Fact]
    public async Task A_product_is_found_by_the_vendors_other_words_for_it()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        await shop.HasAsync("Bazin riche", 15_000);
        await shop.SendAsync(new AddProduct(new ProductDetails("Wax hollandais", 32_500) { Aliases = ["vlisco"] }));

        Assert.Equal(["Wax hollandais"], await shop.FindAsync("vous avez du Vlisco ?"));
    }

    [Fact]
    public async Task Pieces_of_variants_are_counted_together_for_customers_and_for_the_vendor()
    {
        await using var shop = await CatalogueShop.OpenAsync();
        await shop.SendAsync(new AddProduct(new ProductDetails("Chemise", 9_000) { Variants = [new("M", 2), new("L", 3)] }, "C1"));
        await shop.SendAsync(new AddProduct(new ProductDetails("Robe", 9_000) { Variants = [new("M", 0), new("L", 0)] }, "R1"));

        Assert.Equal(5, (await shop.SearchAsync(search => search.FindAsync("C1", CancellationToken.None)))!.Stock);
        Assert.Equal(["Robe"], (await shop.SendAsync(new ListProducts(null, ProductFilter.OutOfStock))).Rows.Select(row => row.Name));
    }
}
