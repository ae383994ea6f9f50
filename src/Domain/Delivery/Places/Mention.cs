namespace WaSaas.Domain.Delivery.Places;

/// <summary>Words [Start, End) of a clause that may name a place, and what the clause does with them.</summary>
internal sealed record Mention(Clause Clause, int Start, int End)
{
    public string Key { get; } = string.Concat(Clause.Words.Skip(Start).Take(End - Start).Select(w => w.Text));

    public IEnumerable<Word> Words => Clause.Words.Skip(Start).Take(End - Start);

    public bool Contains(Mention other) => Overlaps(other) && Start <= other.Start && End >= other.End && End - Start > other.End - other.Start;

    public bool Overlaps(Mention other) => ReferenceEquals(Clause, other.Clause) && Start < other.End && other.Start < End;

    /// <summary>"I am not in A", "A, no": denied. A leading no answers something else: "No, in A".</summary>
    public bool IsDenied()
    {
        var cue = Before(PlaceWords.Link.Contains);
        var isCue = cue > 0 && Clause.Words[cue].Text is "non" or "no";
        var isPast = cue >= 0 && Clause.Words[cue].Text is "plus";
        if (isCue || isPast || (End == Clause.Words.Count - 1 && Clause.Words[End].Text is "non" or "pas" or "no"))
        {
            return true;
        }

        return Enumerable.Range(0, Start).Any(i => PlaceWords.Negation.Contains(Clause.Words[i].Text) && !IsNoDenial(i));
    }

    /// <summary>"Do you deliver to A?" names a place without living there.</summary>
    /// <param name="questionElsewhere">Another clause of the message asks something.</param>
    public bool IsAsked(bool questionElsewhere)
    {
        var (question, own) = (Clause.LastPhrase(PlaceWords.Question, Start), Clause.LastPhrase(PlaceWords.FirstPerson, Start));
        if (own >= 0 || question >= 0)
        {
            return question >= own;
        }

        if (Clause.Asks)
        {
            return true;
        }

        var told = Clause.LastPhrase(PlaceWords.Statement, Start) >= 0;
        return !told && (questionElsewhere || Clause.LastPhrase(PlaceWords.Question, Clause.Words.Count) >= End);
    }

    /// <summary>"After A", "past the A junction": it may well be the zone beside it; "near the church in A" is in A.</summary>
    public bool IsNear() =>
        !(Start > 0 && PlaceWords.Inside.Contains(Clause.Words[Start - 1].Text))
        && Before(word => !PlaceWords.Near.Contains(word) && (PlaceWords.Link.Contains(word) || PlaceWords.Generic.Contains(word))) is >= 0 and var cue
        && PlaceWords.Near.Contains(Clause.Words[cue].Text);

    /// <summary>A word that is also an everyday word: only the clause around it can make it a place.</summary>
    public bool IsEverydayWord() => End - Start == 1
        && PlaceWords.Function.Contains(Clause.Words[Start].Text)
        && !Clause.Words[Start].Accented
        && Clause.Words.Count > 1
        && !(Start > 0 && PlaceWords.Inside.Contains(Clause.Words[Start - 1].Text));

    public bool IsGeneric() => Words.All(w => PlaceWords.Generic.Contains(w.Text) || PlaceWords.Filler.Contains(w.Text))
        && Words.Any(w => PlaceWords.Generic.Contains(w.Text));

    /// <summary>Index of the last word before the mention that is not skipped, or -1.</summary>
    private int Before(Func<string, bool> skipped)
    {
        var i = Start - 1;
        while (i >= 0 && skipped(Clause.Words[i].Text))
        {
            i--;
        }

        return i;
    }

    private bool IsNoDenial(int at) => PlaceWords.NoDenial.Any(phrase => Clause.IsAt(phrase.Split(' '), at));
}
