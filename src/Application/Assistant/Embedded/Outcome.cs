using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What came of a turn, once its lookups are back.</summary>
internal sealed class Outcome(Situation situation)
{
    private const Intent SmallTalk = Intent.Greeting | Intent.Thanks | Intent.Bye | Intent.Identity | Intent.Yes | Intent.No;
    private const Intent NoMeaning = SmallTalk | Intent.Change | Intent.Accept;

    private readonly Reading _reading = situation.Reading;
    private readonly Lookups _lookups = new(situation);

    public bool HandedOff => situation.Ledger.All<HandOffResult>().Any();

    public bool HasItems => situation.Found?.Items.Count > 0;

    public bool WantsShelf => _lookups.WantsShelf;

    public bool LacksItem => _lookups.LacksItem;

    /// <summary>"The football shirt" is a product when every word of it fits one; anything less is not.</summary>
    public bool IsOffTopic => _reading.Wants(Intent.OffTopic) && !(_lookups.AsksAboutItem && situation.Found?.Match == CatalogueResult.Exact);

    /// <summary>A tool did something about what was said, beside looking up.</summary>
    public bool HasActed => situation.Ledger.Calls.Any(call => call.Result is not (CatalogueResult or HandOffResult or ToolError));

    public bool IsNotFound => situation.Found is { Items.Count: 0 } && _reading.Query is not null && !HasActed && !WantsShelf && !IsOffTopic && IsAsking;

    public bool IsNotUnderstood => _reading.HasText && !HasItems && !HasActed && !WantsShelf && !LacksItem && !IsOffTopic && !IsNotFound && !Says;

    public bool MissedBefore => situation.Desk.Misses > 0
        || situation.Asked == QuestionKind.Clarify
        || WasSaid(Wording.Clarify, Wording.NotFound, Wording.WhichItem, Wording.WhichItemPlain);

    // A product was asked for, or something was wanted of one.
    private bool IsAsking => _reading.Wants(Intent.Price | Intent.Availability | Intent.Order | Intent.Add | Intent.Details | Intent.Photo | Intent.Haggle | Intent.Offer);

    // Unknown words beside a first greeting are mostly chatter; beside "yes" or after a question of ours they matter.
    private bool Says =>
        _reading.Wants((Intent.Identity | Intent.Thanks | Intent.Bye | ~NoMeaning) & ~Intent.OffTopic)
        || _reading.Answer != Answer.Unclear
        || (_reading.Wants(Intent.Yes | Intent.No | Intent.Accept) && _reading.Query is null)
        || (_reading.Wants(Intent.Greeting) && (_reading.Query is null || !MissedBefore));

    private bool WasSaid(params Phrase[] phrases)
    {
        var last = situation.Turn.History.LastOrDefault(message => message.Author != MessageAuthor.Customer);
        return last?.Author == MessageAuthor.Assistant && Array.Exists(phrases, phrase => phrase.WasSaid(last.Text));
    }

    /// <summary>The words that were not found, to be quoted back.</summary>
    public string NotFoundWords => Terms.AskedAsWritten(situation.Found!.Query, ItemFacts.MaxQuoted);
}
