using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>What a draft may rest on: this turn's facts, the shop's own profile, and, with care, the customer's words.</summary>
internal sealed partial class Grounds
{
    private const decimal SmallestPlainAmount = 100;
    private const int MaxListMarker = 5;

    private readonly HashSet<decimal> _told;
    private readonly HashSet<decimal> _customers;
    private readonly string _foldedTexts;
    private readonly bool _hasDecimals;
    private readonly int _items;

    public Grounds(TurnSession session)
    {
        var currency = session.Turn.Tenant.Currency;
        var unit = (decimal)Math.Pow(10, currency.Exponent);
        Texts = [.. session.Results.Where(result => result is not ToolError).SelectMany(TextsOf), .. ProfileOf(session)];
        _told = [.. session.Facts.Where(fact => fact.Minor is not null).Select(fact => fact.Minor!.Value / unit), .. Texts.SelectMany(Values)];
        _customers = [.. session.CustomerWords.SelectMany(Values)];
        _foldedTexts = $" {TextFold.Fold(string.Join('\n', Texts))} ";
        _hasDecimals = currency.Exponent > 0;
        _items = session.Results.OfType<CatalogueResult>().Select(result => result.Items.Count).DefaultIfEmpty().Max();
    }

    /// <summary>Everything that a tool or the profile said, word by word.</summary>
    public IReadOnlyList<string> Texts { get; }

    public bool Mention(string foldedWord) => _foldedTexts.Contains($" {foldedWord} ", StringComparison.Ordinal);

    public bool Stand(Figure figure, string sentence) =>
        _told.Contains(figure.Value)
        || IsListMarker(figure, sentence)
        || (!figure.IsMarked && figure.Value > 0 && figure.Value == _items)
        || (_customers.Contains(figure.Value) && (!IsAmount(figure) || IsGivenBack(sentence)));

    private bool IsAmount(Figure figure) => figure.IsMarked || figure.Value >= SmallestPlainAmount || _hasDecimals;

    /// <summary>The customer's own amount may be named to refuse it or to pass it on, never to agree.</summary>
    private static bool IsGivenBack(string sentence)
    {
        var folded = TextFold.Fold(sentence);
        return Refusing().IsMatch(folded) && !Agreeing().IsMatch(folded);
    }

    private static bool IsListMarker(Figure figure, string sentence) =>
        !figure.IsMarked && figure.Value is >= 1 and <= MaxListMarker && ListMarker().IsMatch(sentence) && sentence[..figure.Index].Trim().Length == 0;

    private static IEnumerable<decimal> Values(string text) => Figures.In(text).Select(figure => figure.Value);

    // The query is the brain's own words and grounds nothing.
    private static IEnumerable<string> TextsOf(ToolResult result) => result switch
    {
        CatalogueResult found => found.Items.SelectMany(TextsOf),
        ProductResult product => TextsOf(product.Item).Append(product.Description ?? ""),
        HandOffResult handOff => handOff.Facts.Select(fact => fact.Sentence),
        _ => [],
    };

    private static IEnumerable<string> TextsOf(ItemView item) => [item.Name, item.Sku, item.Category ?? "", item.Price.Text];

    private static string[] ProfileOf(TurnSession session)
    {
        var shop = session.Turn.Tenant;
        return [shop.Name, shop.City ?? "", shop.Address ?? "", shop.Assistant.Name ?? ""];
    }

    [GeneratedRegex(@"^\s*\d[.)\-:]\s")]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"\b(ne|n|pas|impossible|desole|desolee|malheureusement|votre proposition|vous proposez|votre offre|not|cannot|can t|unable|sorry|unfortunately|your offer|you offer)\b")]
    private static partial Regex Refusing();

    [GeneratedRegex(@"\b(d accord|daccord|ok|accepte\w*|accord|marche conclu|ca marche|c est bon|vendu|entendu|parfait|pas de probleme|pas de souci|deal|agreed|accept\w*|no problem|sold|fine|done|go)\b")]
    private static partial Regex Agreeing();
}
