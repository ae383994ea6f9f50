using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Where to, for whom, and the summary that the customer has to say yes to before anything is ordered.</summary>
internal sealed class OrderCalls(Situation situation)
{
    private static readonly string[] MobileMoney = ["tmoney", "t money", "flooz", "mobile money", "orange money", "mtn", "moov", "momo", "wave", "om"];
    private static readonly string[] Cash = ["cash", "espece", "especes", "a la livraison", "a la reception", "on delivery", "liquide"];
    private static readonly string[] Landmarks =
        [.. "derriere pres carrefour pharmacie marche ecole eglise mosquee station hopital face cote immeuble maison portail boutique hotel behind near next opposite junction pharmacy church mosque school".Split(' ')];

    private readonly Reading _reading = situation.Reading;

    public IEnumerable<PlannedCall> Next()
    {
        if (Delivery is { } delivery && !situation.Ledger.Has(ToolNames.QuoteDelivery))
        {
            yield return delivery;
        }

        if (Customer is { } customer && !situation.Ledger.Has(ToolNames.SetCustomer))
        {
            yield return customer;
        }
    }

    /// <summary>Only once all else is done: a summary holds what is in the cart then.</summary>
    public IEnumerable<PlannedCall> Closing()
    {
        if (Confirms && !situation.Ledger.Has(ToolNames.ConfirmOrder))
        {
            yield return new(ToolNames.ConfirmOrder, new() { ["recap_id"] = situation.Desk.Recap!.RecapId });
        }
        else if (SumsUp && !situation.Ledger.Has(ToolNames.ProposePrice) && Cheaper is { Count: > 0 } cheaper)
        {
            foreach (var talk in cheaper)
            {
                yield return new(ToolNames.ProposePrice, new() { ["lines"] = Json.Of(new[] { new { sku = talk.Skus[0], quantity = talk.Quantity } }), ["kind"] = "accept" });
            }
        }
        else if (SumsUp && !situation.Ledger.Has(ToolNames.RecapOrder))
        {
            yield return new(ToolNames.RecapOrder, Payment is { } payment ? new() { ["payment"] = payment } : []);
        }
    }

    /// <summary>A plain yes, nothing changed since the summary, and nothing else was asked meanwhile.</summary>
    public bool Confirms => situation.Desk.Recap is not null
        && _reading.Answer == Answer.Yes
        && situation.Asked is null or QuestionKind.AnythingElse
        && IsAnswerToSummary
        && !HasChanged;

    // A yes to any other question orders nothing; who was asked what to change may change nothing.
    private bool IsAnswerToSummary => situation.Turn.History.LastOrDefault(message => message.Author != MessageAuthor.Customer)?.Text is not { } last
        || !last.Contains('?', StringComparison.Ordinal)
        || last.EndsWith(Tools.Sentences.TradeWords.AskYes.In("fr"), StringComparison.Ordinal)
        || last.EndsWith(Tools.Sentences.TradeWords.AskYes.In("en"), StringComparison.Ordinal)
        || (OrderWording.WhatToChange.WasSaid(last) && situation.Said("confirme", "confirmez", "confirm"));

    private bool HasChanged => situation.Ledger.All<CartResult>().Any() || situation.Ledger.All<DeliveryResult>().Any(result => result.IsAddress) || situation.Ledger.All<CustomerResult>().Any();

    /// <summary>The shop's own last prices, where the cart still has higher ones: who goes on to order gets what she was offered.</summary>
    private List<StandingPrice> Cheaper => [.. situation.OpenTalks.Where(talk => situation.InCart(talk.Skus[0]) is { } line && line.Quantity == talk.Quantity && talk.Total.Minor < line.Total.Minor)];

    private bool SumsUp => situation.HasCart
        && situation.Ledger.Last<PriceResult>() is null or { Decision: Domain.Negotiation.Decision.Accept or Domain.Negotiation.Decision.NotNegotiable }
        && !new PriceCalls(situation).AsksWhichTalk
        && situation.Missing.Count == 0
        && !situation.Ledger.All<CartRefusal>().Any()
        && situation.Ledger.Last<CartResult>() is not { Open: not null }
        && !situation.Ledger.All<DeliveryResult>().Any(result => result.Fee is null)
        && (HasChanged || RefusedOrder || SaysGoOn || (situation.Desk.Recap is not null && _reading.Wants(Intent.Payment)));

    private bool RefusedOrder => situation.Ledger.Last<OrderRefusal>() is { Code: "recap_changed" or "recap_expired" or "no_recap" };

    private bool SaysGoOn => situation.Desk.Recap is null
        && ((situation.Asked is QuestionKind.AnythingElse && _reading.Answer == Answer.Yes)
            || (_reading.Wants(Intent.Order) && !_reading.Wants(Intent.Cancel))
            || (_reading.Wants(Intent.Payment) && Payment is not null && !_reading.Text.Contains('?', StringComparison.Ordinal))
            || (_reading.Answer == Answer.Yes && situation.Asked is null && !situation.IsHaggling));

    private PlannedCall? Delivery =>
        situation.Reading.HasPin ? Quote(("use_shared_pin", Json.Of(true)))
        : Chosen is { } zone ? Quote(("confirmed_zone", zone))
        : Place is { } place ? Quote(("place_text", place), ("is_address", IsAddress ? Json.Of(true) : null))
        : null;

    private string? Place => _reading.Place
        ?? (_reading.Wants(Intent.Delivery) && !_reading.Wants(Intent.Order | Intent.Availability | Intent.Haggle | Intent.Offer | Intent.Hours) && _reading.Query is not null && !situation.Said("quand", "when", "heure") ? _reading.Text : null)
        ?? (situation.HasCart && situation.Missing.Contains(Domain.Orders.CartGap.Place) && situation.Found is { Items.Count: 0 } && situation.Asked != QuestionKind.Name && !_reading.Wants(Reading.Wish) && _reading.Query is not null && situation.Amounts.Count == 0 ? _reading.Text : null);

    // The zone itself tells an address from a question; here only what our own question makes clear.
    private bool IsAddress => situation.Asked is QuestionKind.Place && situation.HasCart && !_reading.Wants(Intent.Price);

    private string? Chosen => situation.Desk.Asked switch
    {
        { Kind: QuestionKind.ConfirmPlace, Choices: [var zone, ..] } when _reading.Answer == Answer.Yes || (StartsWithYes && _reading.Place is null) => zone,
        { Kind: QuestionKind.WhichPlace } which => Choice.Named(_reading.Text, which.Choices),
        _ => null,
    };

    private bool StartsWithYes => _reading.Wants(Intent.Yes) && !_reading.Wants(Intent.No | Intent.Change);

    private PlannedCall? Customer
    {
        get
        {
            var arguments = new Dictionary<string, object?>();
            Put("name", _reading.Name);
            Put("phone", _reading.Phone is not null && !_reading.Wants(Intent.OrderStatus | Intent.Person) ? _reading.Phone : null);
            Put("landmark", Landmark);
            Put("when", situation.HasCart ? _reading.When : null);
            return arguments.Count == 0 ? null : new PlannedCall(ToolNames.SetCustomer, arguments);

            void Put(string name, string? value)
            {
                if (value is not null)
                {
                    arguments[name] = value;
                }
            }
        }
    }

    /// <summary>"Derrière la pharmacie": what a rider needs where streets have no names.</summary>
    private string? Landmark => _reading.Place is { Length: < 200 } place && situation.HasCart && TextTokens.Of(place) is var words && words.Find(word => Landmarks.Contains(word.Text)) is { Text: not null } mark ? place[mark.Start..].Trim() : null;

    private string? Payment =>
        Array.Exists(MobileMoney, way => situation.Said(way)) ? "mobile_money"
        : Array.Exists(Cash, way => situation.Said(way)) ? "cash"
        : _reading.Answer == Answer.Yes && WasAskedForMobileMoney ? "mobile_money"
        : null;

    private bool WasAskedForMobileMoney => situation.Turn.History.LastOrDefault(message => message.Author == MessageAuthor.Assistant)?.Text is { } said
        && OrderWording.PayByMobileMoney.WasSaid(said);

    private static PlannedCall Quote(params (string Name, object? Value)[] arguments) =>
        new(ToolNames.QuoteDelivery, arguments.Where(argument => argument.Value is not null).ToDictionary(argument => argument.Name, argument => argument.Value));
}
