using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Says that there is nothing or too little left, and takes back what was agreed about goods that ran out.</summary>
internal sealed class StockRefusals(TurnSession session)
{
    private readonly TradeFacts _facts = new(session);

    public CartRefusal OutOfStock(Product product) => new("out_of_stock", product.Sku, [], 0, [.. _facts.OutOfStock(product, Withdraw(product))]);

    public CartRefusal TooFew(Product product, int left) => new(
        "too_few_left", product.Sku, [], left, [_facts.Of($"stock:{product.Sku}", FactKind.LastPieces, TradeWords.TooFew, TradeFacts.NameOf(product), left)]);

    /// <summary>Whether an agreement was broken by that.</summary>
    public bool Withdraw(Product product)
    {
        var desk = session.Desk;
        var broken = desk.Negotiations
            .Where(talk => talk.Agreements.Any(agreed => agreed.IsLive(desk.Now) && agreed.Lines.Any(line => line.Product == product.Id)))
            .ToList();
        broken.ForEach(talk => talk.WithdrawForStockOut());
        return broken.Count > 0;
    }
}
