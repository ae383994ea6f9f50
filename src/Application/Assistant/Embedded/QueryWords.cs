using System.Collections.Frozen;
using System.Text;
using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>The words of a message that may name a product: without amounts, phone numbers, places, names and the words of the trade.</summary>
internal static class QueryWords
{
    private static readonly FrozenSet<string> Trade =
        ("cher trop cash espece especes fais faites faire pourcent gratuite gratuit offerte offert free livraison everything you do marque brand bruit fait autonomie puissance poids ll confirm minimum plancher dit geste effort arrange arrangez arranger arrangement possible accepte j d ok deal marche finalement plutot enleve enlevez enlever retire retirez retirer ajoute ajoutez ajouter "
        + "rajoute mets mettez mettre seul seule deux trois quatre cinq six sept huit neuf dix two three four five ten quartier habite reste appelle nom numero confirme confirmer confirmez valide validez annule annulez "
        + "annuler tout total cela budget propose donne paie paye offre client cliente fidele final finale mot discuter negocier negociable reserve reserver reservez gardez garder place besoin faut faudra vite urgent "
        + "mieux passer passe prochain prochaine fois mille cent thousand hundred instead actually rather remove add lower reduce expensive can give pay deal both each please really afternoon "
        + "details detail description caracteristiques garantie garanti warranty guarantee retour retours echange rembourse photo voir panier cart lot ensemble chacun chacune compris inclus voila attends attendez wait "
        + "merci gerant gerante patron vendeuse vendeur personne person quelqu quelque somebody someone oublie oublier change changer changez vraie vrai doucement juste vas hein dedans dessus combien ca "
        + "taille tailles couleur couleurs color colour size sizes qualite quality interesse intéresse question livre plait premiere premier deuxieme seconde dernier derniere celui celle autre celui-la suite immediatement videz vide vider rien effort bring reflechis reflechir reviens reviendrai think")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static string? Of(string text, Currency currency, string? place, string? name)
    {
        var kept = new StringBuilder(text);
        foreach (var span in Amounts.In(text, currency).Where(span => !span.IsPercent || span.Length > 0))
        {
            Blank(kept, span.Start, span.End);
        }

        foreach (var span in PhoneSpans.In(text))
        {
            Blank(kept, span.Start, span.End);
        }

        foreach (var part in new[] { place, name }.Where(part => part is { Length: > 0 }))
        {
            var at = text.IndexOf(part!, StringComparison.Ordinal);
            Blank(kept, Math.Max(at, 0), Math.Max(at, 0) + (at < 0 ? 0 : part!.Length));
        }

        foreach (var count in Quantities.In(text, currency))
        {
            Blank(kept, count.Start, count.Start + count.Length);
        }

        var tokens = TextTokens.Of(text);
        foreach (var size in Enumerable.Range(0, tokens.Count).Where(at => FigureWords.IsSize(tokens, at)).Select(at => tokens[at]))
        {
            Blank(kept, size.Start, size.End);
        }

        foreach (var word in TextTokens.Of(kept.ToString()).Where(token => token.Kind == TokenKind.Word && IsOfTrade(token.Text)))
        {
            Blank(kept, word.Start, word.End);
        }

        var query = kept.ToString().Trim();
        return Terms.Asked(query).Count > 0 ? query : null;
    }

    // Misspelt words of the trade are none of the product either: "reduc", "cc".
    private static bool IsOfTrade(string word) => Normalised.Word(word) is var plain
        && (Trade.Contains(plain) || (plain != word && Array.TrueForAll(plain.Split(' '), StopWords.Contains)));

    private static void Blank(StringBuilder text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            text[at] = text[at] == '\n' ? '\n' : ' ';
        }
    }
}
