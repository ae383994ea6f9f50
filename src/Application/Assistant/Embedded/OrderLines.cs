using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Words cart, delivery, summary and order, and asks for what is still missing, one thing at a time.</summary>
internal sealed class OrderLines(Situation situation, Speaker speaker)
{
    public IEnumerable<string> Cart()
    {
        foreach (var refusal in situation.Ledger.All<CartRefusal>().Where(refusal => refusal.Code != "variant_needed" || !situation.Ledger.All<CartResult>().Any()))
        {
            yield return Sentences(refusal.LeftOut);
            yield return Refused(refusal);
        }

        if (situation.Ledger.Last<CartResult>() is { } result)
        {
            yield return Changed(result);
            yield return Sentences(result.LeftOut);
            yield return result.Open is { } open ? Refused(open) : "";
            yield return result is { FeeBefore: not null, Cart.Fee: { } fee } ? speaker.Say(OrderWording.FeeNow, fee.Text) : "";
            yield return result is { Cart.Total: { } total } && Summary is null ? speaker.Say(OrderWording.TotalNow, total.Text) : "";
        }
    }

    public IEnumerable<string> Delivery()
    {
        if (situation.Ledger.Last<DeliveryResult>() is not { } delivery)
        {
            yield break;
        }

        if (delivery.Fee is not { } fee)
        {
            yield return Unsure(delivery);
            yield break;
        }

        yield return fee.Minor == 0 ? speaker.Say(OrderWording.FreeFee, delivery.ZoneName!) : speaker.Say(OrderWording.Fee, delivery.ZoneName!, fee.Text);
        yield return situation.Reading.When is null || !situation.HasCart ? delivery.Eta ?? "" : "";
        foreach (var fact in delivery.Facts.Where(fact => fact.Kind == FactKind.MinimumOrder || (fact.Kind == FactKind.CashOnDelivery && delivery.CashOnDelivery == false)))
        {
            yield return fact.Sentence;
        }
    }

    /// <summary>Her day is told to the shop; nobody here can promise it.</summary>
    public string Wish() => situation.Ledger.Last<CustomerResult>() is { Customer.When: not null } && situation.Reading.When is { } when && Summary is null
        ? speaker.Say(OrderWording.WishNoted, when)
        : "";

    public IEnumerable<string> Order()
    {
        if (situation.Ledger.Last<OrderResult>() is not null)
        {
            yield return speaker.Say(OrderWording.Confirmed);
        }
        else if (Summary is not null)
        {
            yield return speaker.Say(OrderWording.Recap);
        }
        else if (situation.Ledger.Last<RecapRefusal>() is { Missing.Count: 0 } recap)
        {
            yield return recap.Code == "no_cash_here"
                ? speaker.Ask(Question.Of(QuestionKind.AnythingElse), OrderWording.PayByMobileMoney)
                : Sentences(recap.Facts);
        }
        else if (situation.Ledger.Last<OrderRefusal>() is { } order)
        {
            yield return order.Code == "not_affirmed" ? speaker.Say(OrderWording.SayYes) : Sentences(order.Facts);
        }
    }

    private RecapResult? Summary => situation.Ledger.Last<RecapResult>();

    /// <summary>The next thing that an order needs; nothing while another question is open.</summary>
    public string Missing()
    {
        // A price that still stands open waits for its own answer.
        if (situation.Ledger.Last<PriceResult>() is { Decision: not (Domain.Negotiation.Decision.Accept or Domain.Negotiation.Decision.NotNegotiable) })
        {
            return "";
        }

        if (speaker.Asked is not null || !situation.HasCart || Summary is not null || situation.Ledger.Last<OrderResult>() is not null || !IsOrdering)
        {
            return "";
        }

        // Who asked what delivery costs to a place mostly is there, but has not said so.
        if (situation.Ledger.Last<DeliveryResult>() is { Fee: not null, IsAddress: false, ZoneName: { } zone })
        {
            return speaker.Ask(Question.Of(QuestionKind.ConfirmPlace, zone), OrderWording.DeliverThere, zone);
        }

        return situation.Missing switch
        {
            [] => "",
            var missing when missing.Any(gap => gap is CartGap.Place or CartGap.Fee) => speaker.Ask(Question.Of(QuestionKind.Place), OrderWording.WherePlace),
            var missing when missing.Contains(CartGap.Name) => speaker.Ask(Question.Of(QuestionKind.Name), OrderWording.AskName),
            var missing when missing.Contains(CartGap.Phone) => speaker.Ask(Question.Of(QuestionKind.Phone), OrderWording.AskPhone),
            _ => "",
        };
    }

    private bool IsOrdering => situation.Ledger.All<CartResult>().Any()
        || situation.Ledger.All<CustomerResult>().Any()
        || situation.Ledger.All<DeliveryResult>().Any()
        || situation.Ledger.All<RecapRefusal>().Any()
        || situation.Ledger.All<PriceResult>().Any()
        || situation.Reading.Wants(Intent.Order)
        || (situation.Reading.Answer != Language.Answer.Unclear && situation.Desk.Recap is null && !situation.IsHaggling)
        || situation.Asked is QuestionKind.Place or QuestionKind.Name or QuestionKind.Phone;

    private string Refused(CartRefusal refusal) => refusal.Code == "variant_needed"
        ? speaker.Ask(new Question(QuestionKind.WhichVariant, refusal.Choices), OrderWording.WhichVariant, refusal.Name ?? "", string.Join(", ", refusal.Choices))
        : Sentences(refusal.Facts);

    private string Changed(CartResult result)
    {
        var cart = result.Cart;
        var removed = situation.Ledger.Calls.Any(call => call.Tool == ToolNames.SetCart && call.Arguments["op"] is "remove");
        return cart.Lines switch
        {
            [] => speaker.Say(OrderWording.Cleared),
            [var line] => (removed ? speaker.Say(OrderWording.Removed) + " " : "") + speaker.Say(OrderWording.Noted, $"{Pieces(line)}, {line.Total.Text}"),
            _ => $"{(removed ? speaker.Say(OrderWording.Removed) + " " : "")}{speaker.Say(OrderWording.NotedList)}\n{string.Join('\n', cart.Lines.Select(Line))}\n{speaker.Say(OrderWording.Goods, cart.Goods.Text)}",
        };
    }

    private string Line(CartLineView line) => speaker.Say(Wording.Line, Pieces(line), line.Total.Text);

    private static string Pieces(CartLineView line) => $"{line.Quantity} × {line.Name}{(line.Variant is null ? "" : $" ({line.Variant})")}";

    private string Unsure(DeliveryResult delivery) => delivery.Place switch
    {
        PlaceStatus.ConfirmPlace when delivery.Candidates.Count > 0 =>
            speaker.Ask(new Question(QuestionKind.ConfirmPlace, delivery.Candidates), OrderWording.ConfirmPlace, delivery.Candidates[0]),
        PlaceStatus.Ambiguous => speaker.Ask(new Question(QuestionKind.WhichPlace, delivery.Candidates), OrderWording.WhichPlace, string.Join(", ", delivery.Candidates)),
        _ when situation.Ledger.All<HandOffResult>().Any() => "",
        _ => speaker.Ask(Question.Of(QuestionKind.Place), OrderWording.UnknownPlace),
    };

    private static string Sentences(IReadOnlyList<Fact> facts) => string.Join(' ', facts.Select(fact => fact.Sentence));
}
