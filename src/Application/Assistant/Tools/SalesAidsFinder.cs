using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>What the shop has at hand when a price does not move any more: an accessory, similar products, the fee that was told.</summary>
internal sealed class SalesAidsFinder(Desk desk, IReadOnlyList<WantedLine> lines)
{
    private const int Looked = 60;
    private const int MostSimilar = 10;

    // Something that goes along with a purchase costs a fraction of it.
    private const int AccessoryShare = 5;

    public async Task<SalesAids> FindAsync(CancellationToken ct)
    {
        var fee = desk.Quote is { IsAddress: true } quote ? quote.Fee.Total : (long?)null;
        if (lines.Count != 1)
        {
            return SalesAids.None with { DeliveryFee = fee };
        }

        var product = lines[0].Product;
        var cheaper = await desk.Products.CheaperAsync(product, Looked, ct);
        return new SalesAids
        {
            DeliveryFee = fee,
            Similar = [.. await SimilarAsync(product, cheaper, ct)],
            Accessory = await AccessoryAsync(product, cheaper, ct),
        };
    }

    private async Task<IEnumerable<SimilarProduct>> SimilarAsync(Product product, IReadOnlyList<CatalogueItem> cheaper, CancellationToken ct)
    {
        var alike = cheaper.Where(item => IsAlike(item, product)).Take(MostSimilar).Select(item => item.Id).ToList();
        return (await desk.Products.FindAllAsync(alike, ct)).Select(other => new SimilarProduct(other.Id, other.RuleIn(desk.Shop).PublicPrice(lines[0].Quantity)));
    }

    private async Task<Accessory?> AccessoryAsync(Product product, IReadOnlyList<CatalogueItem> cheaper, CancellationToken ct)
    {
        var fitting = cheaper.Where(item => item.Price * AccessoryShare <= product.ListPrice).ToList();
        var item = fitting.Find(IsAccessory) ?? fitting.FirstOrDefault();
        return item is not null && await desk.Products.FindAsync(item.Id, ct) is { Variants.Count: 0 } accessory
            ? new Accessory(accessory.Id, accessory.RuleIn(desk.Shop))
            : null;
    }

    // The shop's own word for what goes along with other things, before any guess by price.
    private static bool IsAccessory(CatalogueItem item) => item.Category is not null && TextFold.Fold(item.Category) is var category
        && (category.Contains("accessoire", StringComparison.Ordinal) || category.Contains("accessor", StringComparison.Ordinal));

    // Half the price is another kind of thing; without a category nobody knows.
    private static bool IsAlike(CatalogueItem item, Product product) =>
        item.Category is not null && item.Category == product.Category && item.Price * 2 >= product.ListPrice;
}
