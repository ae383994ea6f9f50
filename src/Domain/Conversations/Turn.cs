namespace WaSaas.Domain.Conversations;

/// <summary>One answer owed: the messages after <paramref name="AfterSequence"/> up to <paramref name="UpToSequence"/>.</summary>
public sealed record Turn(TurnId Id, long AfterSequence, long UpToSequence, int Attempt);

/// <summary>How a message changes the wait for the rest of a burst.</summary>
public enum Pace
{
    Usual = 0,

    /// <summary>Surely more is to come: so far there is only a greeting, or a voice note that is not written down yet.</summary>
    Slower = 1,

    /// <summary>Nothing is to come: a pin, a yes or no, a wish to hear nothing more.</summary>
    AtOnce = 2,

    /// <summary>Silence is what was asked for.</summary>
    NoAnswer = 3,
}

/// <summary>
/// How long to wait for the rest of a burst. Zero switches all waiting off. The window starts again with each message,
/// but never ends later than <paramref name="Longest"/> after the first. <paramref name="Extra"/> is added at a slower pace.
/// </summary>
public sealed record Debounce(TimeSpan Window, TimeSpan Longest, TimeSpan Extra = default)
{
    public static readonly Debounce None = new(TimeSpan.Zero, TimeSpan.Zero);

    public DateTimeOffset DueAt(DateTimeOffset now, DateTimeOffset first, Pace pace = Pace.Usual)
    {
        if (pace == Pace.AtOnce || Window == TimeSpan.Zero)
        {
            return now;
        }

        var (due, latest) = (now + Window + (pace == Pace.Slower ? Extra : TimeSpan.Zero), first + Longest);
        return due < latest ? due : latest;
    }
}
