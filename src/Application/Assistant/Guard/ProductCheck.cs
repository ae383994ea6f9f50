using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>A shop has what the catalogue says it has: what a draft claims to sell was looked up in this turn.</summary>
internal sealed partial class ProductCheck(Ledger ledger)
{
    private const int ShortestName = 3;

    private static readonly Violation Unknown = new("product", "it offers a product that no tool returned in this turn; look it up first");

    private static readonly FrozenSet<string> Plain =
        ("aussi bien encore toujours actuellement article articles produit produits modele modeles taille tailles couleur couleurs choix plusieurs quelques autres autre plusieurs differents differentes stock boutique "
        + "besoin plaisir question questions recu compris note bonne bonjour votre notre les des une cet cette ces pour oui vous nous prix tout tous toutes grand variete gamme moment ici "
        + "also many several some other items item products product models model sizes size colours colors stock shop the your our this these those received understood questions moment currently still variety range here "
        + "what you are looking for ceci cela celui celle trouve found trois deux quatre cinq two three four five currently they it "
        + "par exemple voici example following ou lequel laquelle "
        + "est sont fait ete was were been has have yes dans avec")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Violation> Check(string plain) =>
        DraftText.Sentences(plain).SelectMany(DraftText.Clauses).Any(clause => Claims(DraftText.Fold(clause)).Any(IsUnknown)) ? [Unknown] : [];

    private static IEnumerable<string> Claims(string clause) => OnOffer().Matches(clause)
        .Concat(Stocked().Matches(clause))
        .Where(match => !DraftText.IsDenied(clause, match.Groups["thing"].Index + match.Groups["thing"].Length))
        .Select(match => match.Groups["thing"].Value);

    private bool IsUnknown(string thing)
    {
        var words = thing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestName && !Plain.Contains(word)).ToArray();
        return words.Length > 0 && !Array.Exists(words, word => ledger.Mentions(word) || ledger.Mentions(word.TrimEnd('s')) || ledger.Mentions(word + "s"));
    }

    [GeneratedRegex(
        @"\b(?:nous avons|on a|avons aussi|nous vendons|on vend|je vous propose|nous proposons|vous avez aussi|il y a|we have|we also have|we sell|we offer|there is|there are|we ve got) (?<thing>(?:(?!(?:a|pour|at|for|from|en|dans|in|qui|that|et|and|voici)\b)\w+ ){1,6})")]
    private static partial Regex OnOffer();

    [GeneratedRegex(@"(?<thing>(?:\w+ ){1,6})(?:est|sont|is|are|reste\w*) (?:bien |toujours |actuellement |encore |still |currently |also |aussi )*(?:disponibles?|en stock|dispos?|available|in stock)\b")]
    private static partial Regex Stocked();
}
