namespace WaSaas.Domain.Delivery.Places;

/// <summary>
/// All names of a shop's zones, ready to find them in what a customer writes. Built once per change of the zones.
/// Exactly the same after folding, or it becomes a question: a similar name never has a price by itself.
/// </summary>
public sealed class Gazetteer
{
    private const int LongestName = 8;
    private readonly Dictionary<string, PlaceName[]> _byKey;
    private readonly ILookup<int, PlaceName> _byLength;
    private readonly ILookup<string, PlaceName> _bySound;
    private readonly ILookup<string, PlaceName> _byCore;
    private readonly int _longest;

    private Gazetteer(IReadOnlyList<PlaceName> names)
    {
        _byKey = names.GroupBy(n => n.Key).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _byLength = names.ToLookup(n => n.Key.Length);
        _bySound = names.ToLookup(n => n.Sound, StringComparer.Ordinal);
        _byCore = names.ToLookup(n => n.Core, StringComparer.Ordinal);

        // One more than the longest, for those who write apart what the vendor wrote as one word.
        _longest = Math.Min(LongestName, names.Select(n => n.Words.Count).DefaultIfEmpty(0).Max() + 1);
    }

    /// <param name="zones">The shop's zones; archived ones do not count.</param>
    /// <param name="placesElsewhere">Known places of the country: those that no zone names veto similar names.</param>
    public static Gazetteer Of(IEnumerable<DeliveryZone> zones, IEnumerable<string> placesElsewhere)
    {
        var inside = zones.Where(z => z.ArchivedAt is null)
            .OrderBy(z => z.Position)
            .SelectMany(zone => zone.Aliases.Prepend(zone.Name).Select(name => PlaceName.Of(zone, name)))
            .ToList();
        var known = inside.Select(n => n.Key).ToHashSet();
        var outside = placesElsewhere.Select(place => PlaceName.Of(null, place)).Where(n => !known.Contains(n.Key)).DistinctBy(n => n.Key);
        return new Gazetteer([.. inside, .. outside]);
    }

    public PlaceResolution Resolve(string text) => new PlaceReading(this, text).Decide();

    /// <summary>Names worth comparing: of about the same length, the same sound, or the same word that tells them apart.</summary>
    internal IEnumerable<PlaceName> NamesLike(PlaceName written) => Enumerable.Range(written.Key.Length - 2, 5)
        .SelectMany(length => _byLength[length])
        .Concat(_bySound[written.Sound])
        .Concat(_byCore[written.Key])
        .Distinct();

    /// <summary>Names in the clause, longest first: in "Bè Kpota" there is no "Bè".</summary>
    internal IEnumerable<(Mention Mention, PlaceName[] Names)> ExactIn(Clause clause)
    {
        var found = new List<Mention>();
        foreach (var mention in Windows(clause, _longest))
        {
            if (_byKey.TryGetValue(mention.Key, out var names)
                && names.Where(n => n.IsWritten(mention)).ToArray() is { Length: > 0 } written
                && !found.Exists(mention.Overlaps)
                && !mention.IsEverydayWord())
            {
                found.Add(mention);
                yield return (mention, written);
            }
        }
    }

    /// <summary>Stretches of up to <paramref name="longest"/> words, longest first.</summary>
    internal static IEnumerable<Mention> Windows(Clause clause, int longest)
    {
        for (var length = Math.Min(longest, clause.Words.Count); length > 0; length--)
        {
            for (var start = 0; start + length <= clause.Words.Count; start++)
            {
                yield return new Mention(clause, start, start + length);
            }
        }
    }
}
