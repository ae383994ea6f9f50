namespace WaSaas.Domain.Delivery.Places;

/// <summary>A zone's name that looks or sounds like something in the message; nearness in per mille.</summary>
internal sealed record Similar(Mention Mention, PlaceName Name, int Nearness);

internal static class SimilarNames
{
    private const int LongestWindow = 4;

    /// <summary>The best guess per zone, best first, outside of what is <paramref name="taken"/> by exact names.</summary>
    public static List<Similar> In(IEnumerable<Clause> clauses, Gazetteer gazetteer, IReadOnlyCollection<Mention> taken) =>
    [
        .. clauses.SelectMany(clause => Gazetteer.Windows(clause, LongestWindow))
            .Where(window => CanName(window) && !taken.Any(window.Overlaps) && !window.IsDenied())
            .SelectMany(window => For(window, gazetteer))
            .GroupBy(similar => similar.Name.Zone!.Id)
            .Select(zone => zone.MaxBy(s => s.Nearness)!)
            .OrderByDescending(similar => similar.Nearness),
    ];

    /// <summary>
    /// Adakpamé and Atakpamé are one letter and 160 km apart: a zone is only guessed where it is strictly nearer to what
    /// was written than every known place outside of the zones.
    /// </summary>
    private static IEnumerable<Similar> For(Mention window, Gazetteer gazetteer)
    {
        var sound = Spelling.Sound(window.Key);
        var near = gazetteer.Names
            .Select(name => (Name: name, Nearness: Spelling.Nearness(name, window.Key, sound)))
            .Where(pair => pair.Nearness is not null)
            .ToList();
        var elsewhere = near.Where(pair => pair.Name.Zone is null).Max(pair => pair.Nearness) ?? 0;
        return near.Where(pair => pair.Name.Zone is not null && pair.Nearness > elsewhere)
            .Select(pair => new Similar(window, pair.Name, pair.Nearness!.Value));
    }

    private static bool CanName(Mention window) =>
        window.Key.Length >= 4
        && !window.IsGeneric()
        && !PlaceWords.Filler.Contains(window.Clause.Words[window.Start].Text)
        && !PlaceWords.Filler.Contains(window.Clause.Words[window.End - 1].Text);
}
