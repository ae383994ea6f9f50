using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tests.Catalogue;

public sealed class ProductTests
{
    private static readonly TenantId Shop = Id.New<TenantId>();

    public static TheoryData<ProductDetails, string> Refused { get; } = new()
    {
        { new ProductDetails("", 1_000), "product_name_length" },
        { new ProductDetails(new string('a', 121), 1_000), "product_name_length" },
        { new ProductDetails("Bazin", 0), "price_range" },
        { new ProductDetails("Bazin", -5), "price_range" },
        { new ProductDetails("Bazin", 1_000, FloorPrice: 1_001), "floor_above_price" },
        { new ProductDetails("Bazin", 1_000, FloorPrice: 0), "floor_above_price" },
        { new ProductDetails("Bazin", 1_000, Stock: -1), "negative_stock" },
        { new ProductDetails("Bazin", 1_000, Description: new string('a', 2_001)), "product_description_length" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_contradicts_itself_is_refused_and_changes_nothing(ProductDetails details, string code)
    {
        var product = Product.Add(Shop, "BAZ", new ProductDetails("Bazin riche", 15_000, 13_000, 4)).Value!;
        var version = product.Version;

        Assert.Equal(code, product.Change(details).Error!.Code);

        Assert.Equal(("Bazin riche", 15_000L, 13_000L, 4, version), (product.Name, product.ListPrice, product.FloorPrice, product.Stock, product.Version));
    }

    [Fact]
    public void Every_change_counts_up_the_version_so_that_two_editors_notice_each_other()
    {
        var product = Product.Add(Shop, "BAZ", new ProductDetails("Bazin riche", 15_000)).Value!;
        var version = product.Version;

        product.Archive(DateTimeOffset.UnixEpoch);
        product.Restore();

        Assert.Equal(version + 2, product.Version);
        Assert.True(product.IsAvailable);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_product_is_available_while_there_is_stock_or_nobody_counts(int? stock, bool available) =>
        Assert.Equal(available, Product.Add(Shop, "BAZ", new ProductDetails("Bazin", 100, Stock: stock)).Value!.IsAvailable);
}
