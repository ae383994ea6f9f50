using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue.Search;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Words an answer from what the tools returned, and from nothing else.</summary>
internal sealed class Renderer(Reading reading, TurnContext turn, string language, Plan plan, IReadOnlyList<ToolResult> results)
{
    private const int MaxExamples = 3;

    private readonly ItemLines _lines = new(turn, language);

    public string Render()
    {
        var parts = Parts().Where(part => part.Length > 0).ToList();
        parts.AddRange(results.OfType<HandOffResult>().Take(1).SelectMany(result => result.Facts).Select(fact => fact.Sentence));
        return string.Join(parts.Exists(part => part.Contains('\n', StringComparison.Ordinal)) ? "\n" : " ", parts);
    }

    private IEnumerable<string> Parts()
    {
        if (!reading.HasText)
        {
            yield return plan.HandedOff ? "" : Say(Wording.Media);
            yield break;
        }

        yield return Opening();
        yield return reading.Wants(Intent.Identity) ? Say(Wording.Identity, Shop) : "";
        yield return reading.Wants(Intent.Address) && !string.IsNullOrWhiteSpace(turn.Tenant.Address) ? Say(Wording.Address, AddressText) : "";
        yield return plan.IsOffTopic ? Say(Wording.OffTopic, Shop) : Items();
        yield return plan.HandedOff ? "" : Missing();
        yield return Closing();
    }

    private string Shop => UntrustedText.Clean(turn.Tenant.Name);

    private string AddressText => string.Join(", ", new[] { turn.Tenant.Address, turn.Tenant.City }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>A greeting is returned; alone it is an invitation. The first answer's greeting is the assistant's introduction.</summary>
    private string Opening()
    {
        if (!reading.Wants(Intent.Greeting))
        {
            return "";
        }

        var alone = (reading.Intents & ~(Intent.Greeting | Intent.Yes | Intent.Thanks)) == 0 && !plan.HasItems && !plan.IsNotUnderstood && !plan.HandedOff;
        var word = Greetings.At(turn, language);
        return alone ? Say(Wording.Greeting, word, Shop) : turn.FirstAnswer ? "" : language == "en" ? $"{word}!" : $"{word} !";
    }

    private string Items()
    {
        if (plan.WantsShelf)
        {
            return plan.Shelf is { Items.Count: > 0 } shelf
                ? $"{Say(Wording.Listing, Shop)}\n{_lines.List(shelf.Items)}\n{Say(Wording.WhichOne)}"
                : Say(Wording.EmptyShop);
        }

        var items = plan.Found?.Items ?? [];
        return items.Count switch
        {
            0 => "",
            1 => _lines.Sentence(items[0], reading.Wants(Intent.Availability), reading.Wants(Intent.Price)),
            _ when plan.Found!.Ambiguous => $"{Say(Wording.Several)}\n{_lines.List(items)}\n{Say(Wording.WhichOne)}",
            _ => _lines.List(items),
        };
    }

    private string Missing() =>
        plan.IsNotFound ? Say(Wording.NotFound, Terms.AskedAsWritten(plan.Found!.Query, ItemFacts.MaxQuoted))
        : plan.LacksItem ? WhichItem()
        : plan.IsNotUnderstood ? Say(Wording.Clarify)
        : "";

    private string WhichItem() => plan.Shelf is { Items.Count: > 0 } shelf
        ? Say(Wording.WhichItem, string.Join(", ", shelf.Items.Take(MaxExamples).Select(item => item.Name)))
        : Say(Wording.WhichItemPlain);

    private string Closing()
    {
        var nothingSaid = !plan.HasItems && !plan.HandedOff && !plan.IsNotUnderstood && !plan.LacksItem && !plan.IsNotFound && !plan.WantsShelf && !plan.IsOffTopic;
        return reading.Wants(Intent.Bye) ? Say(Wording.Bye, Shop)
            : nothingSaid && reading.Wants(Intent.Thanks) ? Say(Wording.Thanks)
            : nothingSaid && reading.Wants(Intent.Yes | Intent.No) && !reading.Wants(Intent.Greeting | Intent.Identity | Intent.Address) ? Say(Wording.Understood)
            : "";
    }

    private string Say(Phrase phrase, params object[] values) => phrase.Of(language, turn.TurnId.Value, values);
}
