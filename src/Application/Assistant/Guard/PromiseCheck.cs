using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Each promise of a draft needs its fact. Ready sentences of tools are promises that the shop made itself.</summary>
internal sealed class PromiseCheck(Ledger ledger)
{
    /// <summary>The vendor's own description may carry these promises.</summary>
    private static readonly string[] Described = ["warranty", "authentic", "return"];

    private readonly Promise[] _promises =
        [.. Promises.All.Where(promise => !promise.By.Any(ledger.Kinds.Contains) && !(promise.Code == "cart" && ledger.Session.Turn.Desk.Cart.Lines.Count > 0))];

    public IEnumerable<Violation> Check(string plain)
    {
        var sentences = DraftText.Sentences(WithoutQuotes(plain));
        return _promises.Where(promise => sentences.Any(sentence => Makes(sentence, promise))).Select(promise => promise.Violation).Concat(SoldOut(sentences)).Distinct();
    }

    // Sentences of tools as they are, and names of products ("Pagne promo").
    private string WithoutQuotes(string plain)
    {
        plain = ledger.Sentences.Where(sentence => sentence.Length > 0).Aggregate(plain, (rest, sentence) => rest.Replace(sentence, "\n", StringComparison.Ordinal));
        return ledger.Products.Aggregate(plain, (rest, product) => rest.Replace(Figures.Plain(product.Name), "_", StringComparison.OrdinalIgnoreCase));
    }

    private bool Makes(string sentence, Promise promise)
    {
        if (promise.MayBeAsked && DraftText.IsQuestion(sentence))
        {
            return false;
        }

        return DraftText.Clauses(sentence).Select(DraftText.Fold).Any(clause => promise.Words.Matches(clause)
            .Any(word => !DraftText.IsDenied(clause, word.Index) && !(Described.Contains(promise.Code) && ledger.Mentions(word.Value))));
    }

    /// <summary>"Available" of exactly the product that the tool said is sold out.</summary>
    private IEnumerable<Violation> SoldOut(IEnumerable<string> sentences)
    {
        var stock = Promises.All.First(promise => promise.Code == "in_stock");
        var gone = ledger.Products.Where(product => ledger.IsSoldOut(product.Sku)).ToList();
        return gone.Count > 0 && gone.Count == ledger.Products.Count && !ledger.Has(FactKind.Available, FactKind.LastPieces) && sentences.Any(sentence => Makes(sentence, stock))
            ? [stock.Violation]
            : [];
    }
}
