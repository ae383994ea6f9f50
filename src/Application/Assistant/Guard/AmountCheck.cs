using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>
/// Every number of a draft is a tool's, names a thing as a tool does, or is the customer's own given back to her. No
/// arithmetic: a sum that no tool returned is as wrong as an invented price.
/// </summary>
internal sealed partial class AmountCheck(Ledger ledger)
{
    private const decimal SmallestPlainAmount = 100;
    private const int MaxListMarker = 5;

    private static readonly Violation Unknown = new("amount", "it states a number that no tool returned in this turn");
    private static readonly Violation Misplaced = new("amount_elsewhere", "it gives an amount to something that the tools did not give it to");
    private static readonly Violation Percentage = new("percentage", "it states a percentage that no tool returned");
    private static readonly Violation InWords = new("amount_in_words", "it writes an amount in words; copy it in digits from the tool");

    public IEnumerable<Violation> Check(string plain)
    {
        foreach (var sentence in DraftText.Sentences(plain))
        {
            foreach (var figure in Figures.In(sentence))
            {
                if (Judge(figure, sentence) is { } violation)
                {
                    yield return violation;
                }
            }
        }

        var folded = DraftText.Fold(plain);
        if (AmountWords().Matches(folded).Any(word => !ledger.Mentions(word.Value)))
        {
            yield return InWords;
        }

        if (PercentWords().Matches(folded).Any(word => !ledger.Mentions(word.Value)))
        {
            yield return Percentage;
        }
    }

    private Violation? Judge(Figure figure, string sentence)
    {
        if (figure.IsPercent)
        {
            return ledger.Mentions(Folded(figure, sentence)) && PercentIsQuoted(figure) ? null : Percentage;
        }

        if (ledger.IsAmount(figure.Value))
        {
            return IsMisplaced(figure, sentence) ? Misplaced : null;
        }

        return !figure.IsMarked && (IsListMarker(figure, sentence) || ledger.IsCount(figure.Value) || IsNamed(figure, sentence)) ? null
            : ledger.CustomerNumbers.Contains(figure.Value) && (IsQuantity(figure, sentence) || GivenBack.Is(sentence)) ? null
            : Unknown;
    }

    private bool PercentIsQuoted(Figure figure) =>
        ledger.Texts.Concat(ledger.Descriptions).SelectMany(Figures.In).Any(known => known.IsPercent && known.Value == figure.Value);

    /// <summary>One product's price beside another's name, or a fee where a price belongs.</summary>
    private bool IsMisplaced(Figure figure, string sentence)
    {
        var folded = DraftText.Fold(sentence);
        var named = ledger.Products.Where(product => folded.Contains(DraftText.Fold(product.Name), StringComparison.Ordinal)).ToList();
        named.RemoveAll(product => named.Exists(other => other != product && DraftText.Fold(other.Name).Contains(DraftText.Fold(product.Name), StringComparison.Ordinal)));
        return named.Count == 1 && ledger.AmountsOf(figure.Value).All(amount => amount.Role switch
        {
            AmountRole.Product => amount.Sku != named[0].Sku,
            AmountRole.Fee => !DeliveryWords().IsMatch(folded),
            _ => false,
        });
    }

    // "iPhone 13", "128 Go", "rue 12": the number stands beside the same word as in the tool's text.
    private bool IsNamed(Figure figure, string sentence)
    {
        var number = Folded(figure, sentence);
        var before = DraftText.Fold(sentence[..figure.Index]).Trim().Split(' ')[^1];
        var after = DraftText.Fold(sentence[(figure.Index + figure.Length)..]).Trim().Split(' ')[0];
        return (before.Length > 0 && ledger.Mentions($"{before} {number}")) || (after.Length > 0 && ledger.Mentions($"{number} {after}"));
    }

    private static string Folded(Figure figure, string sentence) => DraftText.Fold(sentence.Substring(figure.Index, figure.Length)).Trim();

    /// <summary>The customer's own "3" counts pieces when a thing follows it; after "à" or "pour" it is a price.</summary>
    private static bool IsQuantity(Figure figure, string sentence) =>
        !figure.IsMarked && figure.Value < SmallestPlainAmount && figure.Value % 1 == 0
        && (SizeAhead().IsMatch(sentence[..figure.Index])
            || (ThingBehind().IsMatch(sentence[(figure.Index + figure.Length)..]) && !PriceAhead().IsMatch(sentence[..figure.Index])));

    private static bool IsListMarker(Figure figure, string sentence) =>
        figure.Value is >= 1 and <= MaxListMarker && ListMarker().IsMatch(sentence) && sentence[..figure.Index].Trim().Length == 0;

    [GeneratedRegex(@"^\s*\d[.)\-:]\s")]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"(?:\b(?:taille|pointure|size|n°|numéro|number|x)|[x×])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeAhead();

    [GeneratedRegex(@"(?:\bà|\bfor|\bat|\bcoûtent?|\bcoute|\bprix|\bcosts?|\bc'est|\bc’est)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PriceAhead();

    [GeneratedRegex(@"^\s*(?!(?:ou|et|si|c'est|chacun|l'unité|each|or|and|if)\b)\p{L}{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex ThingBehind();

    [GeneratedRegex(@"\b(livr\w*|frais|transport|deliver\w*|fee|fees|shipping|total)\b")]
    private static partial Regex DeliveryWords();

    [GeneratedRegex(
        @"(?<= )(?:mille|milliers?|millions?|milliards?|cents?|thousands?|hundreds?|dozens|moitie prix|half price|"
        + @"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|septante|nonante|one|two|three|four|five|seven|eight|nine|ten|eleven|"
        + @"twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: \w+)? (?:francs?|f|fcfa|cfa|euros?|dollars?|balles|bucks))(?= )")]
    private static partial Regex AmountWords();

    [GeneratedRegex(@"(?<= )\p{L}+ (?:pour cent|percent|per cent)(?= )|(?<= )(?:moitie|half) (?:moins|off|prix)(?= )")]
    private static partial Regex PercentWords();
}
