using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Says price and stock of products.</summary>
internal sealed class ItemLines(TurnContext turn, string language)
{
    /// <summary>One product, in sentences; what was asked comes first. Only an exact match is worth a "yes".</summary>
    public string Sentence(ItemView item, bool asksStock, bool asksPrice, bool isExact)
    {
        if (item.Stock == StockLevel.Available && (asksStock || !asksPrice))
        {
            return isExact ? Say(Wording.AvailableAt, item.Name, item.Price.Text) : Wording.AvailableAt.First(language, item.Name, item.Price.Text);
        }

        var price = Say(Wording.Price, item.Name, item.Price.Text);
        if (item.Stock == StockLevel.Available)
        {
            return price;
        }

        var stock = StockWording(item.Stock);
        return asksStock && isExact ? $"{Say(stock, item.Name)} {price}" : $"{price} {stock.First(language, item.Name)}";
    }

    public string List(IEnumerable<ItemView> items) => string.Join('\n', items.Select(Line));

    private string Line(ItemView item) => Say(
        item.Stock switch
        {
            StockLevel.OutOfStock => Wording.LineOutOfStock,
            StockLevel.LastPieces => Wording.LineLastPieces,
            StockLevel.LastPiece => Wording.LineLastPiece,
            _ => Wording.Line,
        },
        item.Name,
        item.Price.Text);

    private static Phrase StockWording(StockLevel stock) => stock switch
    {
        StockLevel.OutOfStock => Wording.OutOfStock,
        StockLevel.LastPiece => Wording.LastPiece,
        _ => Wording.LastPieces,
    };

    private string Say(Phrase phrase, params object[] values) => phrase.Of(turn, language, values);
}
