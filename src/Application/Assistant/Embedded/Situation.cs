using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What was said, against what is on the counter and what the tools have answered so far.</summary>
internal sealed class Situation(TurnContext turn, Reading reading, Ledger ledger)
{
    private const int OrdinaryQuantity = 1;

    public TurnContext Turn => turn;

    public DeskView Desk => turn.Desk;

    public Reading Reading => reading;

    public Ledger Ledger => ledger;

    /// <summary>The lookup of what the customer named (or named before).</summary>
    public CatalogueResult? Found { get; } = ledger.All<CatalogueResult>().FirstOrDefault(result => result.Query.Length > 0);

    public CatalogueResult? Shelf { get; } = ledger.All<CatalogueResult>().FirstOrDefault(result => result.Query.Length == 0);

    public QuestionKind? Asked => Desk.Asked?.Kind;

    /// <summary>"Les deux", "le tout": of what was spoken of before, when that was several products.</summary>
    public bool IsAboutAll => reading.Query is null && PriceBasis.In(reading.Normalised) == PriceBasis.Total && (reading.Text.Any(char.IsDigit) || reading.Wants(Intent.Offer | Intent.Haggle | Intent.Order | Intent.Accept | Intent.Price));

    public bool Said(params string[] words) => Array.Exists(words, word => reading.Normalised.Contains($" {word} ", StringComparison.Ordinal));

    /// <summary>An open haggle or a price agreed on, about what this turn is about.</summary>
    public StandingPrice? Standing => Named.Count > 0
        ? Desk.Standing.FirstOrDefault(price => price.Skus.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Named)) ?? Desk.Standing.FirstOrDefault(price => Named.Count == 1 && price.Skus.Contains(Named[0], StringComparer.OrdinalIgnoreCase))
        : Desk.Standing.FirstOrDefault(price => price.Skus.Intersect(Desk.Focus.Take(1), StringComparer.OrdinalIgnoreCase).Any()) ?? (Desk.Standing.Count == 1 ? Desk.Standing[0] : null);

    public bool IsHaggling => Standing is { State: Decision.Counter or Decision.Hold or Decision.Final };

    /// <summary>Haggles over single products that were spoken of lately and wait for an answer.</summary>
    public IReadOnlyList<StandingPrice> OpenTalks => [.. Desk.Standing.Where(price => price is { State: Decision.Counter or Decision.Hold or Decision.Final, Skus.Count: 1 } && Desk.Focus.Contains(price.Skus[0], StringComparer.OrdinalIgnoreCase))];

    /// <summary>The customer was asked which of several haggles her yes is for.</summary>
    public bool ChoosesTalk => Desk.Asked is { Kind: QuestionKind.WhichProduct } asked && OpenTalks.Count > 1
        && asked.Choices.All(sku => OpenTalks.Any(talk => talk.Skus.Contains(sku, StringComparer.OrdinalIgnoreCase)));

    /// <summary>"Les deux" while two haggles are open.</summary>
    private bool IsAboutAllTalks => OpenTalks.Count > 0 && Talks.Count > 1 && reading.Query is null && PriceBasis.In(reading.Normalised) == PriceBasis.Total
        && (Talks.Count == 2 || !Said("les deux", "the two", "both"));

    // One of them may be agreed on already.
    private List<StandingPrice> Talks => [.. Desk.Standing.Where(price => price.Skus.Count == 1 && Desk.Focus.Contains(price.Skus[0], StringComparer.OrdinalIgnoreCase))];

    /// <summary>SKUs that this turn's words name; of several that fit, the one that was spoken of or is in the cart.</summary>
    public IReadOnlyList<string> Named => _named ??= NamedSkus();

    private IReadOnlyList<string>? _named;

    /// <summary>The words fit several products and nothing decides: the customer has to.</summary>
    public bool IsUndecided => Found is { Ambiguous: true, Items.Count: > 1 } && Named.Count != 1 && !IsCountedList && reading.Query is not null;

    /// <summary>What the turn is about: what it names, else what stands, else what was spoken of last.</summary>
    public IReadOnlyList<string> Targets =>
        Named.Count > 0 ? Named
        : NamesVariant is { } variantOf ? [variantOf]
        : reading.Query is not null && Found is not null && !FallsBack ? []
        : Standing is { } standing && reading.Wants(Intent.Haggle | Intent.Offer | Intent.Accept | Intent.Order | Intent.Yes) ? standing.Skus
        : Desk.Cart.Lines.Count == 1 && reading.Wants(Intent.Order | Intent.Change) ? [Desk.Cart.Lines[0].Sku]
        : Desk.Focus.Count > 0 ? [.. Desk.Focus.Take(1)]
        : Found is { Items.Count: > 0 } ? [Found.Items[0].Sku]
        : Desk.Cart.Lines.Count == 1 ? [Desk.Cart.Lines[0].Sku] : [];

    /// <summary>"Le blanc": a variant of the product that is spoken of.</summary>
    private string? NamesVariant => Found is { Items.Count: 0 } && ledger.Last<ProductResult>() is { Variants.Count: > 0 } product
        && Choice.Named(reading.Text, [.. product.Variants.Select(variant => variant.Name)]) is not null ? product.Item.Sku : null;

    /// <summary>Within a haggle, words that name no product are its ornaments.</summary>
    private bool FallsBack => Found is { Items.Count: 0 } && (Desk.Standing.Count > 0 || Desk.Focus.Count > 0) && (reading.Wants(Intent.Haggle | Intent.Offer | Intent.Accept) || (IsHaggling && Amounts.Any(amount => !amount.IsForeign))) && !reading.Wants(Intent.Availability | Intent.Order);

    public AmountContext Context => new(
        [.. Anchors().Where(anchor => anchor > 0)],
        [.. (Found?.Items ?? []).Select(item => item.Name).Concat(ledger.All<ProductResult>().Select(product => product.Item.Name)).Concat(Desk.Cart.Lines.Select(line => line.Name))]);

    public IReadOnlyList<AmountSpan> Amounts => _amounts ??= [.. Language.Amounts.In(reading.Text, turn.Tenant.Currency, Context)];

    private IReadOnlyList<AmountSpan>? _amounts;

    public IReadOnlyList<Quantity> Counts => _counts ??= [.. Quantities.In(reading.Text, turn.Tenant.Currency, Context)];

    private IReadOnlyList<Quantity>? _counts;

    /// <summary>How many pieces of a product the turn speaks of; null when it does not say.</summary>
    public int? QuantityOf(string sku)
    {
        if (Counts.Count == 0 || (IsAboutAll && Named.Count > 1))
        {
            return null;
        }

        return Named.Count > 1 && PositionOf(sku) is { } at
            ? Counts.Where(count => count.Start < at && !Named.Any(other => other != sku && PositionOf(other) is { } between && between > count.Start && between < at)).Select(count => (int?)count.Value).LastOrDefault()
            : Counts[^1].Value;
    }

    /// <summary>Pieces that a price is about: as said, as haggled, as in the cart, else one.</summary>
    public int PriceQuantity(string sku) =>
        IsWholeBasket ? InCart(sku)?.Quantity ?? OrdinaryQuantity
        : QuantityOf(sku) is { } said && !(Named.Count > 1 && PriceBasis.In(reading.Normalised) == PriceBasis.Total && Counts.Count == 1) ? said
        : Standing is { } standing && standing.Skus.Contains(sku, StringComparer.OrdinalIgnoreCase) && standing.Skus.Count == 1 ? standing.Quantity
        : InCart(sku)?.Quantity ?? OrdinaryQuantity;

    // "Les deux à 100 000" while two products are haggled as one: the number counts them, not pieces of each.
    private bool IsWholeBasket => Standing is { Skus.Count: > 1 } && Counts.Count == 1 && PriceBasis.In(reading.Normalised) == PriceBasis.Total;

    public CartLineView? InCart(string sku) => Desk.Cart.Lines.FirstOrDefault(line => line.Sku.Equals(sku, StringComparison.OrdinalIgnoreCase));

    public string? NameOf(string sku) =>
        (Found?.Items ?? []).Concat(ledger.All<ProductResult>().Select(product => product.Item)).FirstOrDefault(item => item.Sku == sku)?.Name
        ?? InCart(sku)?.Name;

    /// <summary>Where the product's name stands in the text.</summary>
    public int? PositionOf(string sku)
    {
        var name = NameOf(sku);
        if (name is null)
        {
            return null;
        }

        var words = TextTokens.Of(name).Where(word => word.Text.Length > 2).Select(word => Catalogue.Search.Terms.Stem(word.Text)).ToHashSet();
        var hit = TextTokens.Of(reading.Text).Where(word => word.Kind == TokenKind.Word && words.Contains(Catalogue.Search.Terms.Stem(word.Text))).ToList();
        return hit.Count > 0 ? hit[0].Start : null;
    }

    /// <summary>What an order would still need once this turn's results are counted in.</summary>
    public IReadOnlyList<CartGap> Missing =>
        ledger.Calls.Select(call => call.Result).LastOrDefault(result => result is CartResult or CustomerResult or RecapRefusal { Missing.Count: > 0 }) switch
        {
            CartResult cart => Without(cart.Missing),
            CustomerResult customer => Without(customer.Missing),
            RecapRefusal recap => recap.Missing,
            _ => Without(Desk.Missing),
        };

    public bool HasCart => ledger.Last<CartResult>() is { } changed ? changed.Cart.Lines.Count > 0 : Desk.Cart.Lines.Count > 0;

    private CartGap[] Without(IReadOnlyList<CartGap> missing) => ledger.Last<DeliveryResult>() is { Fee: not null, IsAddress: true }
        ? [.. missing.Where(gap => gap is not (CartGap.Place or CartGap.Fee))]
        : [.. missing];

    private IReadOnlyList<string> NamedSkus()
    {
        if (Desk.Asked is { Kind: QuestionKind.WhichProduct } asked && Choice.Among(reading.Normalised, asked.Choices.Count) is { } chosen)
        {
            return [asked.Choices[chosen]];
        }

        if (IsAboutAllTalks)
        {
            return [.. Talks.Select(talk => talk.Skus[0])];
        }

        if (Found is null || (reading.Query is null && !IsAboutAll))
        {
            return [];
        }

        IReadOnlyList<string> skus = [.. Found.Items.Select(item => item.Sku)];
        return reading.Query is null && Found.Ambiguous ? []
            : skus.Count > 1 && (Found.Ambiguous || !IsList) ? Narrowed(skus)
            : skus;
    }

    /// <summary>Several things are named one after the other; "le noir en cuir" is one.</summary>
    private bool IsList => reading.Query is null || Said("et", "and", "plus", "ou", "or") || reading.Text.AsSpan().ContainsAny(',', '\n', '+');

    private IReadOnlyList<string> Narrowed(IReadOnlyList<string> skus)
    {
        var known = Desk.Asked is { Kind: QuestionKind.WhichProduct } asked ? asked.Choices
            : reading.Wants(Intent.Remove | Intent.Change) ? [.. Desk.Cart.Lines.Select(line => line.Sku)]
            : reading.Wants(Intent.Listing) ? []
            : Desk.Standing.SelectMany(price => price.Skus).Concat(Desk.Focus.Take(1)).Distinct().ToArray();
        string[] fitting = [.. skus.Where(sku => known.Contains(sku, StringComparer.OrdinalIgnoreCase))];
        return fitting.Length == 1 ? fitting
            : CalledByName is { Count: 1 } one ? one
            : IsCountedList ? CalledByName
            : skus;
    }

    /// <summary>"2 robes et 3 foulards pour la fête": each has its number, whatever else the words remind of.</summary>
    private bool IsCountedList => IsList && CalledByName.Count > 1 && CalledByName.Count == Quantities.In(reading.Text, turn.Tenant.Currency).Count;

    private IReadOnlyList<string> CalledByName => HeadNouns.Called(reading.Query, Found?.Items ?? []);

    private IEnumerable<long> Anchors()
    {
        foreach (var price in Standing is { } standing ? [standing] : Desk.Standing)
        {
            yield return price.Total.Minor;
            yield return price.Total.Minor / Math.Max(price.Quantity, 1);
            yield return price.Public.Minor;
        }

        foreach (var item in (Found?.Items ?? []).Concat(ledger.All<ProductResult>().Select(product => product.Item)).Take(3))
        {
            yield return item.Price.Minor;
        }
    }
}
