namespace WaSaas.Domain.Delivery.Places;

/// <summary>One message read against a gazetteer, and the decision what it says.</summary>
internal sealed class PlaceReading
{
    /// <summary>Guesses closer together than this (per mille) are a choice for the customer.</summary>
    private const int TooCloseToCall = 80;

    /// <summary>Beside a certain place only a strong resemblance counts; weaker ones are ordinary words.</summary>
    private const int StrongResemblance = 850;

    private readonly Gazetteer _gazetteer;
    private readonly IReadOnlyList<Clause> _clauses;
    private readonly bool _isCut;
    private readonly List<(Mention Mention, PlaceName[] Names)> _exact;

    public PlaceReading(Gazetteer gazetteer, string text)
    {
        _gazetteer = gazetteer;
        _clauses = PlaceText.Clauses(text, out _isCut);
        _exact = [.. _clauses.SelectMany(gazetteer.ExactIn)];
    }

    public PlaceResolution Decide()
    {
        var similar = SimilarNames.In(_clauses, _gazetteer, [.. _exact.Select(e => e.Mention)]);
        var said = _exact.Where(e => !e.Mention.IsDenied()).ToList();
        var zones = said.SelectMany(e => e.Names).Where(n => n.Zone is not null).DistinctBy(n => n.Zone!.Id).ToList();
        var elsewhere = said.SelectMany(e => e.Names).FirstOrDefault(n => n.Zone is null)?.Written;
        if (zones.Count > 0)
        {
            return Certain(said, zones, similar, elsewhere);
        }

        // A known place outside of the zones was named: no resemblance may turn it into one of them.
        return elsewhere is null ? Guess(similar) : PlaceResolution.Unknown with { Elsewhere = elsewhere };
    }

    private PlaceResolution Certain(
        List<(Mention Mention, PlaceName[] Names)> said, List<PlaceName> zones, List<Similar> similar, string? elsewhere)
    {
        var others = similar.Where(s => s.Nearness >= StrongResemblance && zones.All(z => z.Zone!.Id != s.Name.Zone!.Id)).Select(s => s.Name);
        var candidates = zones.Concat(others).Select(Candidate).ToList();
        var mentions = said.Where(e => e.Names.Any(n => n.Zone is not null)).Select(e => e.Mention).ToList();
        var doubtful = _isCut || elsewhere is not null || mentions.TrueForAll(m => m.IsNear() || m.IsGeneric());
        var status = candidates.Count > 1 ? PlaceStatus.Ambiguous : doubtful ? PlaceStatus.ConfirmPlace : PlaceStatus.Ok;
        return new PlaceResolution(status, candidates, mentions.TrueForAll(IsAsked), elsewhere);
    }

    private PlaceResolution Guess(List<Similar> similar)
    {
        var close = similar.TakeWhile(s => similar[0].Nearness - s.Nearness <= TooCloseToCall).ToList();
        var asked = close.Count > 0 && close.TrueForAll(s => IsAsked(s.Mention));
        return close.Count switch
        {
            0 => PlaceResolution.Unknown with { IsSilent = IsSilent() },
            1 => new PlaceResolution(PlaceStatus.ConfirmPlace, [Candidate(close[0].Name)], asked),
            _ => new PlaceResolution(PlaceStatus.Ambiguous, [.. close.Select(s => Candidate(s.Name))], asked),
        };
    }

    private bool IsAsked(Mention mention) =>
        mention.IsAsked(_clauses.Any(c => !ReferenceEquals(c, mention.Clause) && (c.Asks || c.LastPhrase(PlaceWords.Question, c.Words.Count) >= 0)));

    /// <summary>Nothing but ordinary words and places that were denied.</summary>
    private bool IsSilent() => _clauses.All(clause => clause.Words.Select((word, at) => new Mention(clause, at, at + 1))
        .All(word => PlaceWords.Filler.Contains(word.Key) || word.IsGeneric() || _exact.Exists(e => e.Mention.Overlaps(word))));

    private static PlaceCandidate Candidate(PlaceName name) => PlaceResolution.CandidateOf(name.Zone!, name.Written);
}
