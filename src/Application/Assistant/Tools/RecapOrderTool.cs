using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class RecapOrderTool(TurnSession session) : AssistantTool(
    ToolNames.RecapOrder,
    "Draws up the summary of the order for the customer's yes. The system sends its text after your answer: do not repeat it. Refused while something is missing.",
    """
    {
      "type": "object",
      "properties": { "payment": { "type": "string", "enum": ["cash", "mobile_money"] } },
      "additionalProperties": false
    }
    """)
{
    private static readonly string[] Payments = ["cash", "mobile_money"];

    private readonly Desk _desk = session.Desk;
    private readonly TradeFacts _facts = new(session);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var method = arguments.OneOfOrNothing("payment", Payments) switch
        {
            "cash" => PaymentMethod.Cash,
            "mobile_money" => PaymentMethod.MobileMoney,
            _ => _desk.Quote is { CashOnDelivery: false } ? PaymentMethod.MobileMoney : PaymentMethod.Cash,
        };
        var cart = new CartDesk(_desk);
        var goods = _desk.Cart?.Goods;
        await cart.RepriceForAsync(Recap.Validity - TimeSpan.FromTicks(1), ct);
        if (_desk.Cart?.Goods != goods)
        {
            return Refusal("offer_expired", [], [_facts.Of("expired", FactKind.Price, TradeWords.OfferExpired), .. Cart(cart.FeeBefore)]);
        }

        if (await LackingAsync(cart, ct) is { } lacking)
        {
            return lacking;
        }

        var recap = RecapDesk.Make(_desk, method);
        return recap.Error is { } error ? Refusal(error) : Show(recap.Value!, cart.FeeBefore);
    }

    private async Task<RecapRefusal?> LackingAsync(CartDesk cart, CancellationToken ct)
    {
        foreach (var line in await cart.LinesAsync(ct))
        {
            if (_desk.Products.Count(line.Shelf).Pieces < line.Quantity)
            {
                return Refusal("out_of_stock", [], new StockRefusals(session).OutOfStock(line.Product).Facts);
            }
        }

        return null;
    }

    private RecapResult Show(Recap recap, long? feeBefore)
    {
        _desk.Show(recap);
        var text = RecapText.Text(recap, session.Language, money => MoneyText.Of(money, session.Language));
        _desk.Staged.Replies.RemoveAll(reply => reply.Recap is not null);
        _desk.Staged.Replies.Add(AssistantReply.OfText($"{text}\n{TradeWords.AskYes.In(session.Language)}") with { Recap = recap.Id });
        var facts = Cart(feeBefore).Append(_facts.Of("to_pay", FactKind.Total, TradeWords.ToPay, session.Amount(recap.ToPay.Collect)));
        return new RecapResult(recap.Id.Value.ToString(), new DeskViews(_desk, session.Language).Cart(), [.. facts]);
    }

    private IEnumerable<Fact> Cart(long? feeBefore) => _facts.Cart(new DeskViews(_desk, session.Language).Cart(), feeBefore);

    private RecapRefusal Refusal(Error error)
    {
        var missing = error == RecapErrors.Incomplete([]) ? new DeskViews(_desk, session.Language).Missing() : [];
        return Refusal(error.Code, missing, [.. _facts.Missing(missing), .. Why(error)]);
    }

    private IEnumerable<Fact> Why(Error error) => error.Code switch
    {
        "no_cash_here" => [_facts.Of("cash", FactKind.CashOnDelivery, TradeWords.NoCash)],
        "minimum_order" => [_facts.Of("minimum", FactKind.MinimumOrder, TradeWords.Minimum, session.Amount((long)error.Values[1]))],
        _ => [],
    };

    private static RecapRefusal Refusal(string code, IReadOnlyList<CartGap> missing, IReadOnlyList<Fact> facts) => new(code, missing, facts);
}
