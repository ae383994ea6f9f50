using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>One way to write a zone or a place in it, ready for comparison. Without a zone: a place that is in none.</summary>
internal sealed record PlaceName(DeliveryZone? Zone, string Written, int Words, string Key, string Sound, string Core)
{
    public static PlaceName Of(DeliveryZone? zone, string written)
    {
        var words = TextFold.Fold(written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = string.Concat(words);
        var own = words.Where(w => !PlaceWords.Generic.Contains(w) && !PlaceWords.Filler.Contains(w));
        return new PlaceName(zone, written, words.Length, key, Spelling.Sound(key), string.Concat(own));
    }

    /// <summary>
    /// Exactly this name after folding. Spaces may differ ("Bè Kpota", "bekpota"), except in names so short that
    /// neighbouring words of a sentence would spell them by chance.
    /// </summary>
    public bool IsWritten(Mention mention) => Key == mention.Key && (Words == mention.End - mention.Start || Key.Length >= 5);
}
