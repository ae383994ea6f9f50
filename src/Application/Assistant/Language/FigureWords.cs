using System.Collections.Frozen;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

/// <summary>Words around figures that say what they count.</summary>
internal static class FigureWords
{
    private const int SmallestSize = 16;
    private const int LargestSize = 60;

    private static readonly FrozenSet<string> Giving = Set("mets mettez mettre prends prend prendre veux voudrais donne donnes donnez ajoute ajoutez rajoute rajoutez garde gardez faut reste j");

    private static readonly FrozenSet<string> Units = Set(
        "mah go gb to tb mo mb ghz mhz hz mp yard yards yds yd m cm mm km metre metres meter meters pouce pouces inch inches kg kilo kilos g gr grammes l litre litres liter ml cl w watt watts v "
        + "volt volts h hr hrs heure heures hour hours am pm min mn minute minutes jour jours day days semaine semaines week weeks mois month months an ans year years fois times "
        + "etoiles stars er ere eme e st nd rd th x");

    /// <summary>What may follow a price without being counted by it.</summary>
    private static readonly FrozenSet<string> Neutral = Set(
        "le la les l un une de du des d a au aux pour par et ou mais si c est ca cest ce cela sa ok okay d accord svp stp sil s plait please pls max maximum maxi dernier final finale possible "
        + "bon bonne marche passe va ira tout tous toute toutes total chacun chacune chaque piece unite each for is it the that this deal good fine all both per livre livree livres livraison "
        + "compris inclus cash comptant net je j me m tu t vous on il elle non oui yes no merci thanks thank you sir madame monsieur mme mr boss patron chef frere soeur grand maman tata tonton "
        + "alors donc quoi hein voila stop plutot finalement seulement juste now today maintenant demain sinon car que qui en sur chez avec pas trop with to at from and or but i my last ca seul "
        + "peux peut pouvez prends prend take pay paie faites fais laisse laissez donne propose dit dis avez aviez avait etait me will can would non mon ma notre bro please sister");

    private static readonly FrozenSet<string> Labels = Set(
        "taille taill pointure size numero num no nr n ref reference commande order version page zone rue villa lot bp modele model etage appartement porte ilot bloc block street avenue tel iphone galaxy");

    private static readonly FrozenSet<string> Shop = Set("f fr frs franc francs cfa fcfa xof xaf");

    private static readonly FrozenSet<string> Euro = Set("€ eur euro euros");

    private static readonly FrozenSet<string> Others = Set("$ £ ₦ usd gbp dollar dollars naira cedi cedis pound pounds ghs ngn");

    public static bool IsUnit(Token token) => token.Kind != TokenKind.Number && (Units.Contains(token.Text) || token.Text is "\"" or "°");

    /// <summary>"En 42" is a size; "mettez-en 42" counts pieces.</summary>
    public static bool IsSize(List<Token> tokens, int at) => at > 0 && tokens[at] is { Kind: TokenKind.Number, Value: >= SmallestSize and <= LargestSize }
        && tokens[at - 1].Is("en") && !(at > 1 && Giving.Contains(tokens[at - 2].Text));

    public static bool IsLabel(Token token) => Labels.Contains(token.Text) || token.Text is "°" or "#";

    /// <summary>A noun stands there: "6 savons" are pieces. A price is followed by other words, or by none.</summary>
    public static bool IsCounted(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Word && !Neutral.Contains(tokens[at].Text) && !IsCurrency(tokens[at]) && NumberWords.ScaleOf(tokens[at]) is null;

    public static bool IsCurrency(Token token) => token.Kind != TokenKind.Number && (Shop.Contains(token.Text) || Euro.Contains(token.Text) || Others.Contains(token.Text));

    /// <summary>Whether the written currency is the shop's; francs are those of the shop's country.</summary>
    public static bool IsOf(Token token, Currency currency) =>
        Shop.Contains(token.Text) ? currency.Code is "XOF" or "XAF" || (currency.Code is "CHF" or "GNF" or "CDF" && token.Text is "f" or "fr" or "franc" or "francs")
        : Euro.Contains(token.Text) ? currency.Code == "EUR"
        : token.Text.Equals(currency.Code, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
