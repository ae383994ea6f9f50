using WaSaas.Application.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>One line of the list.</summary>
public sealed record ProductRowView(ProductRow Row, IndexModel Page)
{
    private const int Few = 3;

    public string Letter => Row.Name[..1].ToUpperInvariant();

    public Money ListPrice => Page.Price(Row.ListPrice);

    public Money? Floor => Row.FloorPrice is { } floor ? Page.Price(floor) : null;

    /// <summary>How far the assistant may go down; null when the price is fixed.</summary>
    public Money? Room => Row.FloorPrice is { } floor ? Page.Price(Row.ListPrice - floor) : null;

    public decimal RoomShare => Row.FloorPrice is { } floor ? (Row.ListPrice - floor) / (decimal)Row.ListPrice : 0;

    /// <summary>Null: not worth a pill.</summary>
    public PillKind? StockKind => Row.Stock switch
    {
        0 => PillKind.Bad,
        <= Few => PillKind.Warn,
        _ => null,
    };

    public string StockKey => Row.Stock switch
    {
        null => "Products.uncounted",
        0 => "Products.soldOut",
        1 => "Products.lastOne",
        <= Few => "Products.left",
        _ => "Products.inStock",
    };
}
