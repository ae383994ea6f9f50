using System.Text.RegularExpressions;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What the shop's side asked back last, when the customer's words answer that.</summary>
internal enum AskedBack
{
    Nothing = 0,
    NotFound = 1,
    Clarify = 2,
    WhichItem = 3,
    ForText = 4,
}

/// <summary>What a turn's messages say, read without looking anything up.</summary>
/// <param name="Intents">All that is wanted.</param>
/// <param name="Query">The customer's words when they may name a product.</param>
/// <param name="FocusQuery">Words of the talk so far that named one.</param>
/// <param name="AskedBack">What was asked back before.</param>
/// <param name="HasText">False for a voice note, a picture, a pin without words.</param>
internal sealed partial record Reading(Intent Intents, string? Query, string? FocusQuery, AskedBack AskedBack, bool HasText)
{
    private const int FocusReach = 6;
    private const int ShortAnswer = 4;

    public static Reading Of(TurnContext turn)
    {
        var text = string.Join('\n', turn.Incoming.Select(m => m.Text).Where(t => !string.IsNullOrWhiteSpace(t)));
        text = UntrustedText.Clean(text);
        var normalised = Normalised.Of(text);
        var askedBack = AskedBackBy(turn.History);
        var intents = Cues.In(normalised);
        if (AcceptsPerson(askedBack, normalised, intents))
        {
            intents |= Intent.Person;
        }

        return new Reading(intents, NamesProduct(text) ? text : null, Focus(turn.History), askedBack, text.Length > 0);
    }

    public bool Wants(Intent any) => (Intents & any) != 0;

    private static bool NamesProduct(string text) => Terms.Asked(text).Count > 0;

    private static string? Focus(IReadOnlyList<TurnMessage> history) => history
        .TakeLast(FocusReach)
        .Reverse()
        .Where(message => message.Author == MessageAuthor.Customer && message.Text is not null)
        .Select(message => UntrustedText.Clean(message.Text!))
        .FirstOrDefault(NamesProduct);

    private static AskedBack AskedBackBy(IReadOnlyList<TurnMessage> history)
    {
        var last = history.LastOrDefault(message => message.Author != MessageAuthor.Customer);
        return last?.Author != MessageAuthor.Assistant ? AskedBack.Nothing
            : Wording.NotFound.WasSaid(last.Text) ? AskedBack.NotFound
            : Wording.Clarify.WasSaid(last.Text) ? AskedBack.Clarify
            : Wording.WhichItem.WasSaid(last.Text) || Wording.WhichItemPlain.WasSaid(last.Text) ? AskedBack.WhichItem
            : Wording.Media.WasSaid(last.Text) ? AskedBack.ForText
            : AskedBack.Nothing;
    }

    // "Shall I ask a person?" "Yes." and "... or a person?" "A person, please."
    private static bool AcceptsPerson(AskedBack askedBack, string normalised, Intent intents) =>
        (askedBack is AskedBack.NotFound or AskedBack.Clarify && NamesPerson().IsMatch(normalised))
        || (askedBack == AskedBack.NotFound
            && (intents & Intent.Yes) != 0
            && normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= ShortAnswer);

    [GeneratedRegex(" (personne|person|quelqu un|humain|human|vendeuse|vendeur) ")]
    private static partial Regex NamesPerson();
}
