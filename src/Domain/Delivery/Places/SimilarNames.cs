namespace WaSaas.Domain.Delivery.Places;

/// <summary>A zone's name that looks or sounds like something in the message; nearness in per mille.</summary>
internal sealed record Similar(Mention Mention, PlaceName Name, int Nearness);

internal static class SimilarNames
{
    private const int LongestWindow = 4;

    /// <summary>
    /// The best guess per zone, best first. What an exact name has <paramref name="taken"/> counts only as part of
    /// something longer: "Deux Plateau" is no certain Plateau where there are "Deux Plateaux".
    /// </summary>
    public static List<Similar> In(IEnumerable<Clause> clauses, Gazetteer gazetteer, IReadOnlyCollection<Mention> taken) =>
    [
        .. clauses.SelectMany(clause => Gazetteer.Windows(clause, LongestWindow))
            .Where(window => CanName(window) && !taken.Any(t => window.Overlaps(t) && !window.Contains(t)) && !window.IsDenied())
            .SelectMany(window => For(window, gazetteer, taken.Any(window.Contains)))
            .GroupBy(similar => similar.Name.Zone!.Id)
            .Select(zone => zone.MaxBy(s => s.Nearness)!)
            .OrderByDescending(similar => similar.Nearness),
    ];

    /// <summary>
    /// Adakpamé and Atakpamé are one letter and 160 km apart: a zone is only guessed where it is strictly nearer to what
    /// was written than every known place outside of the zones.
    /// </summary>
    private static IEnumerable<Similar> For(Mention window, Gazetteer gazetteer, bool holdsCertainName)
    {
        var written = new PlaceName(null, window.Key, [.. window.Words.Select(w => w.Text)]);
        var near = gazetteer.NamesLike(written)
            .Select(name => (Name: name, Nearness: Spelling.Nearness(name, written)))
            .Where(pair => pair.Nearness is not null && (holdsCertainName || HasOwnEdges(written, pair.Name)))
            .ToList();
        var elsewhere = near.Where(pair => pair.Name.Zone is null).Max(pair => pair.Nearness) ?? 0;
        return near.Where(pair => pair.Name.Zone is not null && pair.Nearness > elsewhere)
            .Select(pair => new Similar(window, pair.Name, pair.Nearness!.Value));
    }

    private static bool CanName(Mention window) =>
        window.Key.Length >= 4
        && !window.IsGeneric()
        && window.Words.Any(word => !PlaceWords.Filler.Contains(word.Text));

    /// <summary>
    /// "à Tokoain" is "Tokoain" with a word before it; the "Bè" of "be kpotta" belongs to the name. Around a certain name
    /// every resemblance is worth a question: "Bè Kpo a" is hardly Bè.
    /// </summary>
    private static bool HasOwnEdges(PlaceName written, PlaceName name) =>
        (!PlaceWords.Filler.Contains(written.Words[0]) || written.Words[0] == name.Words[0])
        && (!PlaceWords.Filler.Contains(written.Words[^1]) || written.Words[^1] == name.Words[^1]);
}
