using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>All around the trade: photos, what the shop says of itself, an order's state, no more messages, a person.</summary>
internal sealed class ServiceCalls(Situation situation)
{
    private static readonly (Intent Intent, string Topic)[] Topics =
    [
        (Intent.Address, "address"),
        (Intent.Hours, "hours"),
        (Intent.Payment, "payment"),
        (Intent.Returns, "returns"),
        (Intent.Warranty, "warranty"),
    ];

    private readonly Reading _reading = situation.Reading;

    /// <summary>Nothing else matters beside these.</summary>
    public PlannedCall? Urgent() =>
        OptOut.IsMeant(_reading.Text) ? new(ToolNames.RecordOptOut, [])
        : _reading.Wants(Intent.Complaint) ? HandOff(HandOffReasons.Complaint)
        : AsksVendor ? HandOff(HandOffReasons.Discount)
        : MovesOrder ? HandOff(HandOffReasons.Order)
        : _reading.Wants(Intent.Person) || AcceptsPerson ? HandOff(HandOffReasons.PersonWanted)
        : !_reading.HasText && !_reading.HasPin && !_reading.HasItems && WasAsked(QuestionKind.Text, Wording.ForWordless(situation.Turn.Incoming)) ? HandOff(HandOffReasons.Media)
        : null;

    public IEnumerable<PlannedCall> Next()
    {
        if (_reading.Wants(Intent.Photo) && situation.Targets.Count > 0 && !situation.IsUndecided && !situation.Ledger.Has(ToolNames.SendProductPhoto))
        {
            yield return new(ToolNames.SendProductPhoto, new() { ["sku"] = situation.Targets[0], ["count"] = situation.Said("photos", "images", "pictures") ? 3 : 1 });
        }

        if (_reading.Wants(Intent.OrderStatus) && !situation.Ledger.Has(ToolNames.OrderStatus))
        {
            yield return new(ToolNames.OrderStatus, OrderNumber is { } number ? new() { ["order_number"] = number } : []);
        }

        foreach (var (_, topic) in Topics.Where(row => _reading.Wants(row.Intent) && !(row.Intent == Intent.Payment && ((situation.HasCart && !Asks) || new PriceCalls(situation).Offer is not null))))
        {
            if (!situation.Ledger.Calls.Any(call => call.Tool == ToolNames.GetShopInfo && Equals(call.Arguments["topic"], topic)))
            {
                yield return new(ToolNames.GetShopInfo, new() { ["topic"] = topic });
            }
        }
    }

    /// <summary>What nothing above could meet goes to a person.</summary>
    public IEnumerable<PlannedCall> Last()
    {
        if (!situation.Ledger.Has(ToolNames.HandOffToHuman) && Reason is { } reason)
        {
            yield return HandOff(reason);
        }
    }

    private bool Asks => _reading.Text.Contains('?', StringComparison.Ordinal) || situation.Said("combien", "comment", "quels", "quel", "how", "which");

    private string? OrderNumber => TextTokens.Of(_reading.Text) is var tokens && situation.Said("commande", "order")
        ? tokens.Where(token => token.Kind == TokenKind.Number && token.Text.Length is >= 3 and <= 8).Select(token => token.Text).FirstOrDefault()
        : null;

    private string? Reason
    {
        get
        {
            var state = new Outcome(situation);
            return Unanswered
                ?? (state.IsNotFound && state.MissedBefore ? HandOffReasons.ProductNotFound
                    : (state.IsNotUnderstood || state.LacksItem) && state.MissedBefore ? HandOffReasons.NotUnderstood
                    : null);
        }
    }

    private string? Unanswered =>
        situation.Ledger.Last<DeliveryResult>() is { Place: PlaceStatus.Unknown, SuggestHandOff: true } ? HandOffReasons.Delivery
        : _reading.Wants(Intent.Cancel) && situation.Desk.LastOrder is not null && situation.Desk.Cart.Lines.Count == 0 && !situation.Ledger.Has(ToolNames.SetCart) ? HandOffReasons.Order
        : null;

    /// <summary>"Plutôt samedi matin ?" behind an order: a person has to say whether that is possible.</summary>
    private bool MovesOrder => _reading.When is not null && (_reading.Query is null || _reading.Wants(Intent.Change)) && situation.Desk is { LastOrder: not null, Cart.Lines.Count: 0 }
        && !_reading.Wants(Intent.OrderStatus | Intent.Hours)
        && (!_reading.Wants(Intent.Order) || _reading.Wants(Intent.Change) || _reading.Text.Contains('?', StringComparison.Ordinal));

    /// <summary>"Demandez à la patronne": her number goes to the vendor.</summary>
    private bool AsksVendor => situation.Standing?.Alternatives.Any(alternative => alternative.Kind == AlternativeKind.AskVendor) == true
        && situation.Said("demandez", "demander", "demande", "ask", "patron", "patronne", "boss", "transmettez");

    // "Shall I ask a person?" "Yes." and "... or a person?" "A person, please."
    private bool AcceptsPerson => (WasAsked(QuestionKind.Clarify, Wording.Clarify) || OfferedPerson)
        && (situation.Said("personne", "person", "quelqu un", "humain", "human", "vendeuse", "vendeur") || (OfferedPerson && _reading.Answer == Answer.Yes));

    private bool OfferedPerson => WasSaid(Wording.NotFound) || WasSaid(OrderWording.NoPhoto) || WasSaid(OrderWording.NoInfo) || WasSaid(OrderWording.NoDetail);

    private bool WasAsked(QuestionKind kind, Phrase phrase) => situation.Asked == kind || WasSaid(phrase);

    private bool WasSaid(Phrase phrase) => phrase.WasSaid(situation.Turn.History.LastOrDefault(message => message.Author != Domain.Conversations.MessageAuthor.Customer)?.Text);

    private PlannedCall HandOff(string reason)
    {
        var words = _reading.Query ?? _reading.FocusQuery ?? _reading.Text;
        return new(ToolNames.HandOffToHuman, new() { ["reason"] = reason, ["summary"] = words.Length > 200 ? words[..200] : words });
    }
}
