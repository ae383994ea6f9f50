using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

public enum Answer
{
    /// <summary>Neither, or with conditions: whoever acts on a yes asks again.</summary>
    Unclear = 0,
    Yes = 1,
    No = 2,
}

/// <summary>
/// Whether a whole turn says yes or no to what was asked. It may hold nothing besides: a word that is not known here
/// ("oui mais", "ok demain", "ok et le wax ?") makes it unclear, since a yes spends a customer's money.
/// </summary>
public static class Affirmation
{
    private const int Longest = 120;

    private static readonly HashSet<string> Yes =
        [.. ("oui ouii ouiii oui! ouais ouai wi wii yes yess yeah yea yep yup ok okay oki okey okk okkk k dac daccord accord confirme confirmer confirmez confirmee confirm confirmed confirmation valide validez "
            + "valider validee marche parfait impeccable nickel top super exact exactement correct certainement volontiers sure absolutely absolument go allez allons vasy vas right deal entendu affirmatif perfect great "
            + "good fine bon bonne").Split(' ')];

    private static readonly HashSet<string> No =
        [.. "non nan noo nonn no nope nah annule annuler annulez cancel laisse laissez tomber pas ne n jamais not don dont never refuse without sans aucun aucune nothing rien".Split(' ')];

    private static readonly HashSet<string> Filler =
        [.. ("je j i t m s fait faites comme le la les l d c est cest ca ce tout a y en on it is s that this the my ma mon votre commande order achat recap recapitulatif merci mercii thanks thank you svp stp sil plait vous te please "
            + "madame monsieur mme mr boss patron patronne chef frere soeur grand grande maman tata tonton ma dear sir madam sis bro alors donc bien sur of course do va il faut moi pour me for so much very tres beaucoup "
            + "bonjour bonsoir bjr bsr hello hi peux pouvez vais will vas d'accord to proceed with avec go ahead also voila finalement et and hein alright all aussi plaisir").Split(' ')];

    public static Answer Of(string text)
    {
        if (text.Length > Longest || text.Contains('?', StringComparison.Ordinal))
        {
            return Answer.Unclear;
        }

        var words = Words(text);
        var (yes, no) = (words.Count(Yes.Contains), words.Count(No.Contains));
        if (no > 0)
        {
            return yes == 0 || words[0] is "non" or "no" or "nope" or "nan" || IsRefusal(words) ? OnlyKnown(words) ? Answer.No : Answer.Unclear : Answer.Unclear;
        }

        return yes > 0 && OnlyKnown(words) ? Answer.Yes : Answer.Unclear;
    }

    // "Je ne veux pas confirmer": the word of consent stands behind a negation.
    private static bool IsRefusal(string[] words) => Array.FindIndex(words, No.Contains) < Array.FindIndex(words, Yes.Contains);

    private static bool OnlyKnown(string[] words) =>
        Array.TrueForAll(words, word => Yes.Contains(word) || No.Contains(word) || Filler.Contains(word) || word is "veux" or "souhaite" or "want" or "plus" or "pas" or "wish");

    private static string[] Words(string text)
    {
        var signs = text
            .Replace("👍", " ok ", StringComparison.Ordinal).Replace("👌", " ok ", StringComparison.Ordinal).Replace("✅", " ok ", StringComparison.Ordinal)
            .Replace("🆗", " ok ", StringComparison.Ordinal).Replace("👎", " non ", StringComparison.Ordinal);
        return [.. TextFold.Fold(signs).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Slips.Mended)];
    }
}
