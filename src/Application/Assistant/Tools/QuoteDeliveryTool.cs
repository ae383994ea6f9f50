using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Orders;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class QuoteDeliveryTool(TurnSession session) : AssistantTool(
    ToolNames.QuoteDelivery,
    "Finds the delivery zone and its fee. Give the customer's own words for the place, or use the pin or maps link that she shared. When it answers confirm_place or ambiguous, ask, and call again with confirmed_zone.",
    """
    {
      "type": "object",
      "properties": {
        "place_text": { "type": "string", "description": "The customer's own words for the place." },
        "use_shared_pin": { "type": "boolean", "description": "Use the location that the customer shared." },
        "confirmed_zone": { "type": "string", "description": "Name or code of the zone that the customer said yes to or chose." },
        "is_address": { "type": "boolean", "description": "True when the order goes there, false when she only asks for the price." }
      },
      "additionalProperties": false
    }
    """)
{
    private const int MaxPlace = UntrustedText.MaxLength;
    private const int MaxZone = 80;

    private readonly Desk _desk = session.Desk;
    private readonly PlaceFinder _finder = new(session);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var (words, confirmed) = (arguments.TextOrNothing("place_text", MaxPlace), arguments.TextOrNothing("confirmed_zone", MaxZone));
        var found = confirmed is not null ? _finder.Confirmed(confirmed) : await _finder.FindAsync(words, arguments.Flag("use_shared_pin") == true, ct);
        if (found.Value is not { } place)
        {
            return new ToolError(found.Error!.Code, found.Error.Message);
        }

        Remember(place);
        return place.Resolution.Status == PlaceStatus.Ok ? await QuoteAsync(place, arguments.Flag("is_address"), ct) : Unsure(place);
    }

    private void Remember(FoundPlace place)
    {
        // Words that name no place at all say nothing about the one that was named before.
        if (place.Resolution.IsSilent)
        {
            return;
        }

        var unknown = place.Resolution.Status == PlaceStatus.Unknown;
        _desk.Notes = _desk.Notes with
        {
            Place = new RememberedPlace(place.Resolution.Status, place.Words, place.Pin, place.Resolution.IsAsked, place.Resolution.Candidates),
            Pin = place.Pin ?? _desk.Notes.Pin,
            UnknownPlaces = unknown ? _desk.Notes.UnknownPlaces + 1 : 0,
        };
    }

    private async Task<ToolResult> QuoteAsync(FoundPlace place, bool? isAddress, CancellationToken ct)
    {
        var zone = (await _desk.Places.ZoneAsync(place.Resolution.Zone!.ZoneId, ct))!;
        var (before, cart) = (_desk.Quote, _desk.OpenCart());
        var resolution = place.Resolution with { IsAsked = isAddress is { } told ? !told : place.Resolution.IsAsked };
        var quote = before is not null && IsSame(before, zone, place, cart.Hash)
            ? before
            : DeliveryQuote.For(_desk.ContactId, resolution, zone, await _desk.Places.TermsAsync(ct), new Destination(place.Words, null, place.Pin), cart.Parcel, _desk.Now).Value!;
        if (resolution.IsAddress)
        {
            quote.TakeAsAddress();
        }

        _desk.Deliver(quote);
        return Result(place, quote, before);
    }

    private DeliveryResult Result(FoundPlace place, DeliveryQuote quote, DeliveryQuote? before)
    {
        var (fee, facts, eta) = (session.Amount(quote.Fee.Total), new TradeFacts(session), quote.EtaAt(_desk.Now, ShopTerms.CalendarOf(_desk.Shop)));
        var feeBefore = before is not null && before.ZoneId == quote.ZoneId && quote.DiffersFrom(before) ? before.Fee.Total : (long?)null;
        var missing = quote.MinimumOrder - quote.Parcel.Goods;
        return new DeliveryResult(
            PlaceStatus.Ok, place.Words, quote.ZoneCode, quote.ZoneName, fee, feeBefore is { } old ? session.Amount(old) : null,
            EtaSentence.In(session.Language, eta) is { Length: > 0 } words ? words : null, quote.CashOnDelivery,
            missing > 0 ? session.Amount(missing.Value) : null, [], quote.IsAddress, [.. facts.Fee(quote.ZoneName, fee, feeBefore), .. facts.Quote(quote, eta)]);
    }

    private DeliveryResult Unsure(FoundPlace place)
    {
        var names = place.Resolution.Candidates.Select(candidate => candidate.ZoneName).Distinct().ToArray();
        var facts = new TradeFacts(session);
        var twice = _desk.Notes.UnknownPlaces > 1;
        (session.Asked, var fact) = place.Resolution.Status switch
        {
            PlaceStatus.ConfirmPlace => (Question.Of(QuestionKind.ConfirmPlace, names), facts.Of("place", FactKind.Place, TradeWords.ConfirmPlace, names[0])),
            PlaceStatus.Ambiguous => (Question.Of(QuestionKind.WhichPlace, names), facts.Of("place", FactKind.Place, TradeWords.WhichPlace, string.Join(", ", names))),
            _ => (Question.Of(QuestionKind.Place), facts.Of("place", FactKind.Place, twice ? TradeWords.FeeByShop : TradeWords.UnknownPlace)),
        };
        return new DeliveryResult(place.Resolution.Status, place.Words, null, null, null, null, null, null, null, names, false, [fact]) { SuggestHandOff = twice };
    }

    private bool IsSame(DeliveryQuote before, DeliveryZone zone, FoundPlace place, string cart) =>
        before.ZoneId == zone.Id && before.IsLiveFor(cart, _desk.Now) && before.Destination == new Destination(place.Words, null, place.Pin);
}
