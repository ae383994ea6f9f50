using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Which calls a reading needs, given what came back already; none when all is there to answer.</summary>
internal sealed class Plan(Reading reading, TurnContext turn, IReadOnlyList<ToolResult> results)
{
    /// <summary>Wants that only a person can meet, the most urgent first.</summary>
    private static readonly (Intent Intent, string Reason)[] ForPeople =
    [
        (Intent.Complaint, HandOffReasons.Complaint),
        (Intent.Person, HandOffReasons.PersonWanted),
        (Intent.Order, HandOffReasons.Order),
        (Intent.Discount, HandOffReasons.Discount),
        (Intent.Delivery, HandOffReasons.Delivery),
        (Intent.Payment, HandOffReasons.Payment),
        (Intent.Photo, HandOffReasons.Photo),
        (Intent.ShopInfo, HandOffReasons.ShopInfo),
    ];

    private const Intent SmallTalk = Intent.Greeting | Intent.Thanks | Intent.Bye | Intent.Identity | Intent.Yes | Intent.No;

    public static bool WantsPersonNow(Reading reading) => reading.Wants(Intent.Person | Intent.Complaint);

    /// <summary>The lookup of what the customer named (or named before).</summary>
    public CatalogueResult? Found => results.OfType<CatalogueResult>().FirstOrDefault(result => result.Query.Length > 0);

    public CatalogueResult? Shelf => results.OfType<CatalogueResult>().FirstOrDefault(result => result.Query.Length == 0);

    public bool HandedOff => results.OfType<HandOffResult>().Any();

    public bool HasItems => Found?.Items.Count > 0;

    public bool AsksAboutItem => reading.Wants(Intent.Price | Intent.Availability);

    /// <summary>"The football shirt" is a product when every word of it fits one; anything less is not.</summary>
    public bool IsOffTopic => reading.Wants(Intent.OffTopic) && !(AsksAboutItem && Found?.Match == CatalogueResult.Exact);

    public bool WantsShelf => reading.Wants(Intent.Listing) && reading.Query is null;

    /// <summary>Asked for the price of "it" when nobody knows what "it" is.</summary>
    public bool LacksItem => AsksAboutItem && !WantsShelf && reading.Query is null && !HasItems && (Query is null || Found is not null)
        && Reason is null && !reading.Wants(Intent.OffTopic | Intent.Address);

    public bool IsNotFound => Found is { Items.Count: 0 } && reading.Query is not null && AsksAboutItem && Reason is null && !reading.Wants(Intent.OffTopic);

    public bool IsNotUnderstood => reading.HasText && !HasItems && !AsksAboutItem && !WantsShelf && Reason is null && !Says(Intent.OffTopic | Intent.Address | SmallTalk);

    public IReadOnlyList<(string Tool, Dictionary<string, object?> Arguments)> NextCalls()
    {
        var calls = new List<(string, Dictionary<string, object?>)>();
        if (Query is { } query && Found is null && !WantsPersonNow(reading))
        {
            calls.Add(Search(query));
        }

        // Only once the lookup is back it is known whether something is missing.
        if (calls.Count == 0 && (WantsShelf || (LacksItem && !AskedTwice)) && Shelf is null)
        {
            calls.Add(Search(""));
        }

        if ((Reason ?? (calls.Count == 0 ? ReasonOfFailure : null)) is { } reason && !HandedOff)
        {
            calls.Add(HandOff(reason));
        }

        return calls;
    }

    /// <summary>The customer's words; those from before only when she asks about "it".</summary>
    private string? Query =>
        reading.Query is { } named && (AsksAboutItem || NothingElse) ? named
        : reading.Query is null && AsksAboutItem && !WantsShelf && Reason is null ? reading.FocusQuery
        : null;

    private string? Reason => !reading.HasText
        ? reading.AskedBack == AskedBack.ForText ? HandOffReasons.Media : null
        : Array.Find(ForPeople, row => reading.Wants(row.Intent)).Reason ?? (reading.Wants(Intent.Address) && !HasAddress ? HandOffReasons.ShopInfo : null);

    private bool HasAddress => !string.IsNullOrWhiteSpace(turn.Tenant.Address);

    private bool NothingElse => Reason is null && !reading.Wants(Intent.OffTopic | Intent.Identity | Intent.Address);

    private bool AskedTwice => reading.AskedBack is AskedBack.NotFound or AskedBack.Clarify or AskedBack.WhichItem;

    /// <summary>What fails a second time in a row goes to a person.</summary>
    private string? ReasonOfFailure =>
        !AskedTwice ? null
        : IsNotFound ? HandOffReasons.ProductNotFound
        : LacksItem || IsNotUnderstood ? HandOffReasons.NotUnderstood
        : null;

    // Unknown words beside a first greeting are mostly chatter; beside "yes" or after a question of ours they matter.
    private bool Says(Intent intents) =>
        reading.Wants((intents & ~SmallTalk) | Intent.Identity | Intent.Thanks | Intent.Bye)
        || (reading.Wants(Intent.Yes | Intent.No) && reading.Query is null)
        || (reading.Wants(Intent.Greeting) && (reading.Query is null || reading.AskedBack == AskedBack.Nothing));

    private static (string, Dictionary<string, object?>) Search(string query) =>
        (ToolNames.SearchCatalogue, new() { ["query"] = query, ["limit"] = SearchCatalogueTool.MaxItems });

    private (string, Dictionary<string, object?>) HandOff(string reason) =>
        (ToolNames.HandOffToHuman, new() { ["reason"] = reason, ["summary"] = reading.Query ?? reading.FocusQuery ?? "" });
}
