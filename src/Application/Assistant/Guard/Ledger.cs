using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>All that a draft of this turn may rest on: the tools' results, what is on the counter, the shop's own profile.</summary>
internal sealed class Ledger
{
    private readonly ILookup<decimal, LedgerAmount> _amounts;
    private readonly HashSet<decimal> _counts;
    private readonly string _folded;
    private readonly HashSet<string> _soldOut;

    public Ledger(TurnSession session)
    {
        var desk = session.Turn.Desk;
        var unit = (decimal)Math.Pow(10, session.Turn.Tenant.Currency.Exponent);
        Session = session;
        Sentences = [.. session.Results.SelectMany(LedgerReading.Sentences).Select(Figures.Plain).OrderByDescending(sentence => sentence.Length)];
        Descriptions = [.. session.Results.OfType<ProductResult>().Select(product => product.Description ?? "")];
        Texts = [.. session.Results.SelectMany(LedgerReading.TextsOf), .. LedgerReading.TextsOf(desk.Cart), .. desk.LastOrder is { } order ? [order] : (string[])[], .. Profile()];
        Products = [.. session.Results.SelectMany(LedgerReading.ProductsOf).Concat(desk.Cart.Lines.Select(line => (line.Sku, line.Name))).Distinct()];
        Kinds = [.. session.Facts.Select(fact => fact.Kind)];
        CustomerNumbers = [.. session.CustomerWords.SelectMany(Figures.In).Select(figure => figure.Value)];
        _counts = [.. session.Results.SelectMany(LedgerReading.CountsOf).Concat(desk.Cart.Lines.Select(line => line.Quantity)).Select(count => (decimal)count)];
        _amounts = Amounts(session, unit).ToLookup(pair => pair.Value, pair => pair.Amount);
        _folded = DraftText.Fold(string.Join('\n', Texts.Concat(Descriptions)));
        _soldOut = [.. session.Facts.Where(fact => fact.Kind == FactKind.OutOfStock).Select(fact => fact.Id[(fact.Id.IndexOf(':', StringComparison.Ordinal) + 1)..])];
    }

    public TurnSession Session { get; }

    /// <summary>Ready sentences of the tools, the longest first.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>Words of tools and profile.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The vendor's free words on products: they may be quoted, but set no price.</summary>
    public IReadOnlyList<string> Descriptions { get; }

    public IReadOnlyList<(string Sku, string Name)> Products { get; }

    public HashSet<FactKind> Kinds { get; }

    public HashSet<decimal> CustomerNumbers { get; }

    public bool Has(params FactKind[] kinds) => Array.Exists(kinds, Kinds.Contains);

    public bool IsAmount(decimal value) => _amounts.Contains(value);

    public IEnumerable<LedgerAmount> AmountsOf(decimal value) => _amounts[value];

    public bool IsCount(decimal value) => _counts.Contains(value);

    /// <summary>Folded words in a row, as tools, profile or a description say them.</summary>
    public bool Mentions(string foldedWords) => _folded.Contains($" {foldedWords.Trim()} ", StringComparison.Ordinal);

    public bool IsSoldOut(string sku) => _soldOut.Contains(sku);

    private static IEnumerable<(decimal Value, LedgerAmount Amount)> Amounts(TurnSession session, decimal unit)
    {
        var stated = session.Facts
            .Where(fact => fact.Minor is not null && fact.Kind is not (FactKind.CustomerOffer or FactKind.Detail))
            .Select(fact => new LedgerAmount(fact.Minor!.Value, RoleOf(fact), fact.Id[(fact.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        var minor = session.Results.SelectMany(LedgerReading.AmountsOf).Concat(LedgerReading.AmountsOf(session.Turn.Desk)).Concat(stated);
        var written = session.Results.SelectMany(result => result.Facts)
            .Where(fact => fact.Minor is null && fact.Kind is not (FactKind.NotFound or FactKind.CustomerOffer or FactKind.Customer or FactKind.Place or FactKind.Detail or FactKind.Price))
            .SelectMany(fact => Figures.In(fact.Sentence).Where(figure => figure.IsMarked && !figure.IsPercent))
            .Select(figure => (figure.Value, new LedgerAmount(0, AmountRole.General)));
        return minor.Select(amount => (amount.Minor / unit, amount)).Concat(written);
    }

    private static AmountRole RoleOf(Fact fact) => fact.Kind switch
    {
        FactKind.Price when fact.Id.Contains(':', StringComparison.Ordinal) => AmountRole.Product,
        FactKind.Fee => AmountRole.Fee,
        _ => AmountRole.General,
    };

    private string[] Profile()
    {
        var shop = Session.Turn.Tenant;
        return [shop.Name, shop.City ?? "", shop.Address ?? "", shop.Assistant.Name ?? ""];
    }
}
