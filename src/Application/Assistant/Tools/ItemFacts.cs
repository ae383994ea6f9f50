using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Turns a product into what customers may hear of it.</summary>
internal sealed class ItemFacts(Tenant shop, string language)
{
    public const int MaxQuoted = 60;

    public ItemView View(CatalogueItem item) => new(
        item.Sku,
        UntrustedText.Clean(item.Name),
        item.Category is null ? null : UntrustedText.Clean(item.Category),
        new Amount(item.Price, MoneyText.Of(shop.Price(item.Price), language)),
        ItemView.LevelOf(item));

    public IEnumerable<Fact> Of(ItemView item) => [PriceOf(item), StockOf(item)];

    public Fact NotFound(string query) => new("not_found", FactKind.NotFound, Wording.NotFound.First(language, Terms.AskedAsWritten(query, MaxQuoted)));

    private Fact PriceOf(ItemView item) =>
        new($"price:{item.Sku}", FactKind.Price, Wording.Price.First(language, item.Name, item.Price.Text), item.Price.Minor);

    private Fact StockOf(ItemView item)
    {
        var (kind, wording) = item.Stock switch
        {
            StockLevel.OutOfStock => (FactKind.OutOfStock, Wording.OutOfStock),
            StockLevel.LastPiece => (FactKind.LastPieces, Wording.LastPiece),
            StockLevel.LastPieces => (FactKind.LastPieces, Wording.LastPieces),
            _ => (FactKind.Available, Wording.Available),
        };
        return new Fact($"stock:{item.Sku}", kind, wording.First(language, item.Name));
    }
}
