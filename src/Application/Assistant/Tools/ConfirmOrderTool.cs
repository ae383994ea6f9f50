using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class ConfirmOrderTool(TurnSession session) : AssistantTool(
    ToolNames.ConfirmOrder,
    "Takes the order after the customer said yes to a summary that she was sent in an earlier message. The system sends the confirmation after your answer: do not repeat it.",
    """
    {
      "type": "object",
      "properties": { "recap_id": { "type": "string" } },
      "required": ["recap_id"],
      "additionalProperties": false
    }
    """)
{
    private const int MaxId = 40;

    private readonly Desk _desk = session.Desk;
    private readonly TradeFacts _facts = new(session);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        if (!Guid.TryParse(arguments.Text("recap_id", MaxId), out var id) || _desk.Recap is not { } recap || recap.Id.Value != id)
        {
            return Refusal("no_recap", TradeWords.NoRecap);
        }

        var answers = session.Turn.Incoming.Where(message => message.Sequence > (recap.SentSequence ?? long.MaxValue)).ToList();
        if (answers.Count == 0)
        {
            return Refusal(RecapErrors.NotSent.Code, TradeWords.NoRecap);
        }

        if (Affirmation.Of(string.Join('\n', answers.Select(message => message.Text))) != Answer.Yes)
        {
            return Refusal("not_affirmed", TradeWords.NotAffirmed);
        }

        await new CartDesk(_desk).LinesAsync(ct);
        return await ConfirmAsync(recap, new CustomerAnswer(_desk.ConversationId, answers[0].Sequence, answers[0].At), ct);
    }

    private async Task<ToolResult> ConfirmAsync(Recap recap, CustomerAnswer answer, CancellationToken ct)
    {
        if (RecapDesk.Current(_desk, recap.Method) is not { } current)
        {
            return Refusal(RecapErrors.Changed.Code, TradeWords.RecapChanged);
        }

        var order = Order.Draft(recap, await _desk.NextNumberAsync(ct), _desk.Now, _desk.IsTest);
        var check = order.Confirm(new OrderConfirmation(recap, current, answer, _desk.Offers, _desk.Products.Count), _desk.Now);
        if (check.Error is { } error)
        {
            return Refusal(error, recap);
        }

        UseAgreements(order);
        _desk.Cart!.Clear(_desk.Now);
        _desk.Took(order);
        return Took(order);
    }

    private void UseAgreements(Order order)
    {
        var cited = order.Lines.Select(line => _desk.Offers.Find(offer => offer.Id == line.OfferId)?.AgreementId).OfType<Domain.Negotiation.AgreementId>().Distinct();
        foreach (var agreement in cited)
        {
            _desk.Negotiations.Find(talk => talk.Agreements.Any(agreed => agreed.Id == agreement))?.Use(agreement, _desk.Now);
        }
    }

    private OrderResult Took(Order order)
    {
        var (number, pay) = (OrderNumbers.Text(order), session.Amount(order.Payment.AtTheDoor.Collect));
        var confirmed = _facts.Of("order", FactKind.Order, TradeWords.Confirmed, number);
        var toPay = _facts.Of("to_pay", FactKind.Total, TradeWords.ToPay, pay);
        _desk.Staged.Replies.Add(AssistantReply.OfText(OrderText.Of(order, session.Language, _desk.Shop)));
        return new OrderResult(number, session.Amount(order.Total), [confirmed, toPay]);
    }

    private OrderRefusal Refusal(Error error, Recap recap)
    {
        if (error.Code != "out_of_stock")
        {
            return Refusal(error.Code, error == RecapErrors.NotSent ? TradeWords.NoRecap : TradeWords.RecapChanged);
        }

        var gone = recap.Lines.Where(line => _desk.Products.Count(line.Shelf).Pieces < line.Quantity).Select(line => _desk.Products.Known(line.Shelf.ProductId)).OfType<Domain.Catalogue.Product>();
        return new OrderRefusal(error.Code, [.. gone.Distinct().SelectMany(product => new StockRefusals(session).OutOfStock(product).Facts)]);
    }

    private OrderRefusal Refusal(string code, Sentence words) => new(code, [_facts.Of("refused", FactKind.Missing, words)]);
}
