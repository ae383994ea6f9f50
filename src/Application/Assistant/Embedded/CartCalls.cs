using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What goes into the cart and what comes out of it.</summary>
internal sealed class CartCalls(Situation situation)
{
    private static readonly HashSet<string> Removing = [.. "enleve enlevez enlever retire retirez retirer supprime supprimez ote otez sans remove drop pas plus".Split(' ')];
    private static readonly HashSet<string> Adding = [.. "ajoute ajoutez ajouter rajoute rajoutez mets mettez prends prend veux add take want plutot instead avec".Split(' ')];

    private readonly Reading _reading = situation.Reading;

    public IEnumerable<PlannedCall> Next()
    {
        if (situation.Ledger.Calls.Count(call => call.Tool == ToolNames.SetCart) == 1 && situation.Ledger.Last<CartRefusal>() is { Code: "variant_needed" } refused)
        {
            return (Choice.Named(_reading.Text, refused.Choices) ?? Choice.Named(Before, refused.Choices)) is { } named ? [Call("add", refused.Sku, QuantityBefore, named)] : [];
        }

        // A cart that she sent is the whole order; its words add nothing to it.
        if (situation.IsUndecided || situation.Ledger.Has(ToolNames.TakeCart) || situation.Ledger.Has(ToolNames.SetCart) || IsYesToSummary || new PriceCalls(situation).AsksWhichTalk)
        {
            return [];
        }

        // The answer about the price comes first; a variant of what is agreed to goes in with it.
        if (!situation.Ledger.Has(ToolNames.ProposePrice) && new PriceCalls(situation).Next().FirstOrDefault() is { } move && !(move.Arguments["kind"] is "accept" && Variant is not null))
        {
            return [];
        }

        return Cancels ? [Call("clear")]
            : Variant is { } variant ? [Call("add", situation.Desk.Focus[0], QuantityBefore, variant)]
            : Edits();
    }

    // What was agreed on before for more pieces does not come back with the yes to a summary.
    private bool IsYesToSummary => situation.Desk.Recap is not null && _reading.Answer == Answer.Yes && situation.Counts.Count == 0;

    private bool Cancels => _reading.Wants(Intent.Cancel) && situation.Desk.Cart.Lines.Count > 0 && !_reading.Wants(Intent.Order | Intent.Add) && !_reading.Text.Contains('?', StringComparison.Ordinal);

    private string? Subject => situation.Targets.Count > 0 ? situation.Targets[0] : null;

    private string? Variant => situation.Desk.Focus.Count == 0 ? null
        : situation.Desk.Asked is { Kind: QuestionKind.WhichVariant } asked ? Choice.Named(_reading.Text, asked.Choices)
        : situation.Found is { Items.Count: 0 } && situation.Ledger.Last<ProductResult>() is { Variants.Count: > 0 } product
            ? Choice.Named(_reading.Text, [.. product.Variants.Select(variant => variant.Name)])
        : null;

    private IEnumerable<PlannedCall> Edits()
    {
        foreach (var sku in situation.Targets)
        {
            if (Edit(sku) is { } edit)
            {
                yield return edit;
            }
        }

        // "Plutôt le wax": what it takes the place of goes.
        if (Replaced is { } replaced)
        {
            yield return Call("remove", replaced);
        }
    }

    private PlannedCall? Edit(string sku)
    {
        var (line, count) = (situation.InCart(sku), situation.QuantityOf(sku));
        if (_reading.Wants(Intent.Remove) && IsGovernedBy(sku, Removing, Adding))
        {
            return line is null ? Call("remove", sku) : count is { } some && some < line.Quantity ? Call("set", sku, line.Quantity - some) : Call("remove", sku);
        }

        if ((_reading.Wants(Intent.Change) || PutsNumber) && line is not null && count is { } changed)
        {
            return Call("set", sku, changed);
        }

        return IsWanted(sku) ? Wanted(sku, line, count) : null;
    }

    /// <summary>"Non attendez, mettez 2": of what is in the cart.</summary>
    private bool PutsNumber => situation.Named.Count == 0 && _reading.Query is null && situation.Said("mets", "mettez", "mettre", "put", "make it");

    private PlannedCall? Wanted(string sku, CartLineView? line, int? count) =>
        line is null ? Call("add", sku, count ?? AgreedQuantity(sku) ?? 1)
        : _reading.Wants(Intent.Add) && !IsPriced ? Call("add", sku, count ?? 1)
        : (count ?? AgreedQuantity(sku)) is { } set && (set != line.Quantity || (IsPriced && SpeaksOfIt)) ? Call("set", sku, set)
        : IsPriced && SpeaksOfIt ? Call("set", sku, line.Quantity)
        : null;

    // What stood is also taken for a summary, which says it: the cart has the price then.
    private bool SpeaksOfIt => _reading.Answer == Answer.Yes || _reading.Wants(Intent.Accept | Intent.Order | Intent.Offer | Intent.Haggle) || situation.Amounts.Count > 0;

    private bool IsPriced => situation.Ledger.Last<PriceResult>() is { Decision: Decision.Accept };

    /// <summary>Ordered, or agreed to. An offer that the shop has not taken puts nothing into the cart.</summary>
    private bool IsWanted(string sku)
    {
        var price = situation.Ledger.Last<PriceResult>();
        if (situation.Ledger.Has(ToolNames.ProposePrice) && price is not { Decision: Decision.Accept })
        {
            return price is { Decision: Decision.NotNegotiable } && _reading.Wants(Intent.Order) && !_reading.Wants(Intent.Haggle | Intent.Offer);
        }

        var accepts = situation.Ledger.Calls.Any(call => call.Tool == ToolNames.ProposePrice && call.Arguments["kind"] is "accept" or "take");
        return accepts || SaysYesToOrder(sku)
            || (_reading.Wants(Intent.Order | Intent.Add) && !IsHypothetical) || OrderedBefore || OnlyCounts || (_reading.Wants(Intent.Change) && Replaced is not null);
    }

    /// <summary>"Si je prends 3, c'est combien ?" asks for a price.</summary>
    private bool IsHypothetical => situation.Said("si je prends", "si j en prends", "si j achete", "if i take", "if i buy") && _reading.Wants(Intent.Price);

    private bool SaysYesToOrder(string sku) => situation.Asked == QuestionKind.AnythingElse && (_reading.Answer == Answer.Yes || _reading.Wants(Intent.Accept)) && situation.InCart(sku) is null && situation.Desk.Cart.Lines.Count == 0;

    /// <summary>"2 bazins et 3 savons".</summary>
    private bool OnlyCounts => situation.Named.Count > 0 && situation.Counts.Count > 0 && situation.Amounts.Count == 0 && !_reading.Text.Contains('?', StringComparison.Ordinal)
        && (_reading.Intents & ~(Intent.Greeting | Intent.Thanks | Intent.Delivery | Intent.Whereabouts)) == 0;

    /// <summary>The order came before our question back: "je prends 2 bazins" – "lequel ?" – "le riche".</summary>
    private bool OrderedBefore => situation.Asked is QuestionKind.WhichProduct or QuestionKind.Quantity
        && (Cues.In(Normalised.Of(Before)) & (Intent.Order | Intent.Add)) != 0;

    private string Before => situation.Turn.History.LastOrDefault(message => message.Author == Domain.Conversations.MessageAuthor.Customer)?.Text ?? "";

    private int? QuantityBefore => situation.Counts.Count > 0 ? situation.Counts[^1].Value : Listed ?? QuantityIn(Before) ?? (Subject is null ? null : AgreedQuantity(Subject)) ?? 1;

    /// <summary>The cart that she sent said how many; only the variant was open.</summary>
    private int? Listed => situation.Turn.History.LastOrDefault(message => message.Author == Domain.Conversations.MessageAuthor.Customer)?.Items is { Count: > 0 } items && situation.Desk.Focus is [var sku, ..]
        ? (items.FirstOrDefault(item => sku.Equals(item.Reference, StringComparison.OrdinalIgnoreCase) || sku == TextFold.Slug(item.Name)) ?? (items.Count == 1 ? items[0] : null))?.Quantity
        : null;

    private int? QuantityIn(string text) => Quantities.In(text, situation.Turn.Tenant.Currency, situation.Context) is { Count: > 0 } counts ? counts[^1].Value : null;

    private int? AgreedQuantity(string sku) =>
        situation.Ledger.All<PriceResult>().SelectMany(price => price.Lines).LastOrDefault(line => line.Sku == sku)?.Quantity
        ?? (OrderedBefore ? QuantityIn(Before) : null)
        ?? (situation.Standing is { State: Decision.Accept, Skus.Count: 1 } agreed && agreed.Skus[0] == sku ? agreed.Quantity : null);

    private string? Replaced => _reading.Wants(Intent.Change) && !_reading.Wants(Intent.Add | Intent.Remove) && situation.Named.Count == 1 && situation.Desk.Cart.Lines.Count == 1
        && situation.InCart(situation.Named[0]) is null ? situation.Desk.Cart.Lines[0].Sku : null;

    private bool IsGovernedBy(string sku, HashSet<string> verbs, HashSet<string> others)
    {
        var at = situation.PositionOf(sku) ?? _reading.Text.Length;
        var verb = TextTokens.Of(_reading.Text[..at]).LastOrDefault(token => verbs.Contains(token.Text) || others.Contains(token.Text));
        return verb.Text is null || verbs.Contains(verb.Text);
    }

    private static PlannedCall Call(string op, string? sku = null, int? quantity = null, string? variant = null)
    {
        var arguments = new Dictionary<string, object?> { ["op"] = op };
        foreach (var (name, value) in new (string, object?)[] { ("sku", sku), ("variant", variant), ("quantity", quantity) }.Where(pair => pair.Item2 is not null))
        {
            arguments[name] = value;
        }

        return new PlannedCall(ToolNames.SetCart, arguments);
    }
}
