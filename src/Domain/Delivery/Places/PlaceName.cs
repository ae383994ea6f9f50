using System.Numerics;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>One way to write a zone or a place in it, ready for comparison. Without a zone: a place that is in none.</summary>
internal sealed record PlaceName(DeliveryZone? Zone, string Written, IReadOnlyList<string> Words)
{
    /// <summary>Folded, without spaces.</summary>
    public string Key { get; } = string.Concat(Words);

    public string Sound { get; } = Spelling.Sound(string.Concat(Words));

    public string Digits { get; } = Spelling.Digits(string.Concat(Words));

    /// <summary>Without what every district has: "limousine" of "Carrefour Limousine".</summary>
    public string Core { get; } = string.Concat(Words.Where(w => !PlaceWords.Generic.Contains(w) && !PlaceWords.Filler.Contains(w)));

    private ulong Letters { get; } = LettersOf(Words);

    public static PlaceName Of(DeliveryZone? zone, string written) =>
        new(zone, written, TextFold.Fold(written).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Exactly this name after folding. Spaces may differ ("Bè Kpota", "bekpota"), except in names so short that
    /// neighbouring words of a sentence would spell them by chance.
    /// </summary>
    public bool IsWritten(Mention mention) => Key == mention.Key && (Words.Count == mention.End - mention.Start || Key.Length >= 5);

    /// <summary>Cheap and certain: one edit takes away one letter and adds one, so more differing letters are more edits.</summary>
    public bool IsWithin(int edits, PlaceName other) =>
        Math.Abs(Key.Length - other.Key.Length) <= edits && BitOperations.PopCount(Letters ^ other.Letters) <= 2 * edits;

    private static ulong LettersOf(IEnumerable<string> words) =>
        words.SelectMany(word => word).Aggregate(0UL, (letters, c) => letters | (1UL << (c % 64)));
}
