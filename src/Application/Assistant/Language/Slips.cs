using System.Collections.Frozen;

namespace WaSaas.Application.Assistant.Language;

/// <summary>One slip of the finger in a long word of the trade: "confirmme", "livriason", "dernie". Short words are too near to others.</summary>
internal static class Slips
{
    private const int Shortest = 7;

    private static readonly string[] Words =
    [
        "bonjour", "bonsoir", "combien", "livraison", "dernier", "derniere", "derniers", "disponible", "commande", "commander", "confirme", "confirmer", "confirmez", "confirm", "voudrais", "maintenant", "seulement",
        "toujours", "beaucoup", "quartier", "pharmacie", "boutique", "reduction", "deliver", "delivery", "available",
    ];

    private static readonly FrozenSet<string> Known = Words.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="folded">One word.</param>
    /// <returns>The word that was meant, or the same when that is not certain.</returns>
    public static string Mended(string folded)
    {
        if (folded.Length < Shortest - 1 || Known.Contains(folded))
        {
            return folded;
        }

        return Array.Find(Words, word => Math.Abs(word.Length - folded.Length) <= 1 && IsSlip(word, folded)) ?? folded;
    }

    // A letter too many, missing, wrong, or two that changed places; the first one is hardly ever mistyped.
    private static bool IsSlip(string word, string typed)
    {
        var same = word.AsSpan().CommonPrefixLength(typed);
        if (same == 0)
        {
            return false;
        }

        var (meant, written) = (word[same..], typed[same..]);
        return word.Length < typed.Length ? written[1..] == meant
            : word.Length > typed.Length ? meant[1..] == written
            : meant[1..] == written[1..] || (meant.Length > 1 && meant[0] == written[1] && meant[1] == written[0] && meant[2..] == written[2..]);
    }
}
