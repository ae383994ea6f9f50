using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What a turn's messages say, read without looking anything up.</summary>
/// <param name="Text">All messages, a line each.</param>
/// <param name="Normalised">Plain words of it.</param>
/// <param name="Intents">All that is wanted.</param>
/// <param name="Answer">Yes or no, when it is nothing else.</param>
/// <param name="Query">The customer's words when they may name a product.</param>
/// <param name="FocusQuery">Words of the talk so far that named one.</param>
/// <param name="Place">Words that may name a place, when one is due or spoken of.</param>
/// <param name="Name">As she calls herself, when she does.</param>
/// <param name="Phone">A number to be reached at.</param>
internal sealed record Reading(
    string Text, string Normalised, Intent Intents, Answer Answer, string? Query, string? FocusQuery, string? Place, string? Name, string? Phone)
{
    private const int FocusReach = 6;
    private const int NameAndPhone = 50;

    /// <summary>Answers to these are no names of products.</summary>
    private static readonly QuestionKind[] NotAboutProducts =
        [QuestionKind.Place, QuestionKind.ConfirmPlace, QuestionKind.WhichPlace, QuestionKind.Name, QuestionKind.Phone, QuestionKind.WhichVariant, QuestionKind.UnitOrTotal];

    /// <summary>A wish of its own, so the words are not (only) the answer to what was asked.</summary>
    public const Intent Wish = Intent.Price | Intent.Availability | Intent.Listing | Intent.Person | Intent.Complaint | Intent.Haggle | Intent.Offer | Intent.Photo
        | Intent.Address | Intent.Hours | Intent.Returns | Intent.Warranty | Intent.OrderStatus | Intent.Details | Intent.Remove | Intent.Add | Intent.Cancel | Intent.Order | Intent.Payment;

    /// <summary>False for a voice note, a picture, a pin without words.</summary>
    public bool HasText => Text.Length > 0;

    /// <summary>A voice note's figures are repeated before they count: its words are a machine's.</summary>
    public bool IsSpoken { get; private init; }

    public bool HasPin { get; private init; }

    /// <summary>A cart of the network's own catalogue came.</summary>
    public bool HasItems { get; private init; }

    /// <summary>Words about the day or hour at which delivery would suit her.</summary>
    public string? When { get; private init; }

    public static Reading Of(TurnContext turn)
    {
        var text = UntrustedText.Clean(string.Join('\n', turn.Incoming.Select(m => m.Text).Where(t => !string.IsNullOrWhiteSpace(t))));
        var normalised = Embedded.Normalised.Of(text);
        var intents = Cues.In(normalised);
        var time = WishedTimes.In(text);
        var rest = time is { } wished ? text.Remove(wished.Start, wished.Length).Insert(wished.Start, new string(' ', wished.Length)) : text;
        intents = PlaceWords.Moves(normalised, intents);
        var asked = turn.Desk.Asked?.Kind;
        var isAmount = asked is QuestionKind.Place or QuestionKind.ConfirmPlace or QuestionKind.WhichPlace or QuestionKind.Name && Amounts.In(text, turn.Tenant.Currency).Count > 0;
        var answersOnly = !isAmount && asked is { } kind && NotAboutProducts.Contains(kind) && (intents & Wish) == 0 && !IsEdit(intents);
        var phone = Phones.In(text) is [var first, ..] ? first : null;
        var name = CustomerNames.In(rest, (asked is QuestionKind.Name && answersOnly) || (phone is not null && (intents & (Wish | Intent.Delivery | Intent.Whereabouts)) == 0 && text.Length < NameAndPhone));
        intents |= PlaceWords.GoesOn(normalised, intents, LastWords(turn)) ? Intent.Delivery : Intent.None;
        var place = PlaceIn(text, time, intents, answersOnly ? asked : null) ?? FirstClause(rest, intents, asked);
        var query = answersOnly ? null : QueryWords.Of(rest, turn.Tenant.Currency, place, name);
        intents |= query is null && Amounts.In(text, turn.Tenant.Currency).Any(span => span.IsPercent) ? Intent.Haggle : Intent.None;
        return new Reading(text, normalised, intents, Affirmation.Of(text), query, Focus(turn), place, name, phone)
        {
            IsSpoken = turn.Incoming.Any(m => m.Kind == MessageKind.Audio && m.Text is not null),
            HasItems = turn.Incoming.Any(m => m.Items.Count > 0),
            HasPin = turn.Incoming.Any(m => m.Kind == MessageKind.Location),
            When = (intents & Intent.Hours) == 0 ? time?.Words : null,
        };
    }

    // Words before a day and behind it never stood side by side.
    private static string? PlaceIn(string text, WishedTime? time, Intent intents, QuestionKind? answered) => time is not { } wished
        ? PlaceWords.In(text, intents, answered)
        : new[] { text[..wished.Start], text[(wished.Start + wished.Length)..] }
            .Select(part => part.Trim(' ', ',', '.', '\n'))
            .Where(part => part.Length > 0)
            .Select(part => PlaceWords.In(part, intents, answered))
            .FirstOrDefault(place => place is not null);

    // "Finalement 2", "plutôt le wax": they edit the cart, whatever was asked.
    private static bool IsEdit(Intent intents) =>
        (intents & Intent.Change) != 0 && (intents & Intent.Whereabouts) == 0;

    /// <summary>"Bè, je paie à la livraison": the place that was asked for comes first.</summary>
    private static string? FirstClause(string text, Intent intents, QuestionKind? asked) =>
        asked == QuestionKind.Place && (intents & Wish) == Intent.Payment && text.IndexOfAny([',', '\n']) is > 0 and var end ? text[..end] : null;

    private static string LastWords(TurnContext turn) => turn.History.LastOrDefault(message => message.Author == MessageAuthor.Customer)?.Text ?? "";

    public bool Wants(Intent any) => (Intents & any) != 0;

    private static string? Focus(TurnContext turn) => turn.History
        .TakeLast(FocusReach)
        .Reverse()
        .Where(message => message.Author == MessageAuthor.Customer && message.Text is not null)
        .Select(message => QueryWords.Of(UntrustedText.Clean(message.Text!), turn.Tenant.Currency, null, null))
        .FirstOrDefault(query => query is not null);
}
