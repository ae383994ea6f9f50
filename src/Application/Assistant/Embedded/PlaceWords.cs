using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Language;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>
/// The part of a message that names a place to deliver to. What it means is for the shop's zones to say, with all the words
/// around it: "pas à Bè, à Agoè" goes there whole.
/// </summary>
internal static class PlaceWords
{
    private static readonly HashSet<string> Words =
        [.. ("send bring livre livrer livrez livree livres livraison livraisons livreur deliver delivered delivery delivering shipping ship expedier expediez expedition envoyez envoie envoyer amenez apportez transport quartier frais "
            + "suis habite reste vis sommes adresse address live am stay plutot finalement instead rather non mais chez zone").Split(' ')];

    private static readonly HashSet<string> Prepositions =
        [.. "a au aux vers chez en sur pour to in at near derriere pres cote quartier face apres avant pas".Split(' ')];

    private static readonly Regex Further = new("^ (et |and |ou |sinon )?(a|au|aux|pour|vers|chez|in|to) [a-z]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly HashSet<string> Ends =
        [.. "ca c combien est fait faites coute svp stp please si et and quand avec how much what it is will merci cela pour je j vous tu i you mais".Split(' ')];

    /// <param name="text">As written.</param>
    /// <param name="intents">What is wanted.</param>
    /// <param name="answered">The question that the whole text answers, if any.</param>
    public static string? In(string text, Intent intents, QuestionKind? answered)
    {
        if (answered is QuestionKind.Place or QuestionKind.ConfirmPlace or QuestionKind.WhichPlace)
        {
            return Affirmation.Of(text) != Answer.Unclear ? null : BeginsWithDelivery(text) ? Written(text, TextTokens.Of(text)) ?? text : text;
        }

        return (intents & (Intent.Delivery | Intent.Whereabouts)) != 0 ? Written(text, TextTokens.Of(text))
            : (intents & Intent.Order) != 0 ? Capitalised(text, TextTokens.Of(text))
            : null;
    }

    // "Livrez à Agoè" goes onto the rider's card as a place, not as an order to him.
    private static bool BeginsWithDelivery(string text) => TextTokens.Of(text) is [{ Text: "livrez" or "livrer" or "livre" or "deliver" or "envoyez" }, ..];

    /// <summary>"Je veux changer l'adresse" is about hers, not the shop's; "à Bè plutôt" is a place.</summary>
    public static Intent Moves(string normalised, Intent intents) =>
        (intents & Intent.Change) == 0 ? intents
        : (intents & Intent.Address) != 0 ? (intents & ~Intent.Address) | Intent.Delivery
        : Further.IsMatch(normalised) ? intents | Intent.Whereabouts
        : intents;

    /// <summary>"Et à Agoè ?" behind a question about delivery is another one.</summary>
    public static bool GoesOn(string normalised, Intent intents, string before) =>
        (intents & Reading.Wish) == 0 && Further.IsMatch(normalised) && (Cues.In(Normalised.Of(before)) & (Intent.Delivery | Intent.Whereabouts)) != 0;

    // "Je prends le sac, à Agoè": no word of delivery, but a proper name behind "à".
    private static string? Capitalised(string text, List<Token> tokens)
    {
        var at = tokens.FindLastIndex(token => token.Text is "a" or "vers" or "chez");
        return at >= 0 && at + 1 < tokens.Count && BeginsPlace(tokens, at + 1) && char.IsUpper(text[tokens[at + 1].Start]) ? text[tokens[at].Start..tokens[End(tokens, at + 1)].End] : null;
    }

    private static string? Written(string text, List<Token> tokens)
    {
        var cue = Further.IsMatch(Normalised.Of(text)) ? 0 : tokens.FindIndex(token => Words.Contains(Slips.Mended(token.Text)));
        for (var at = Math.Max(cue, 0); cue >= 0 && at < tokens.Count - 1; at++)
        {
            if (Prepositions.Contains(tokens[at].Text) && BeginsPlace(tokens, at + 1))
            {
                return text[tokens[at].Start..tokens[End(tokens, at + 1)].End];
            }
        }

        return null;
    }

    private static bool BeginsPlace(List<Token> tokens, int at)
    {
        while (at < tokens.Count - 1 && tokens[at].Text is "la" or "le" or "l" or "les" or "the")
        {
            at++;
        }

        return IsPlace(tokens[at]);
    }

    private static bool IsPlace(Token token) =>
        token.Kind == TokenKind.Word && !Ends.Contains(token.Text) && !Words.Contains(token.Text) && NumberWords.ScaleOf(token) is null && token.Text is not ("reception" or "fois" or "ce" or "quel" or "which");

    // As far as the words go on: landmarks are told in whole sentences ("derrière la pharmacie du carrefour").
    private static int End(List<Token> tokens, int at)
    {
        while (at + 1 < tokens.Count && tokens[at + 1].Kind != TokenKind.Sign && !Ends.Contains(tokens[at + 1].Text))
        {
            at++;
        }

        return at;
    }
}
