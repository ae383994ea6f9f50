namespace WaSaas.Domain.Conversations;

/// <summary>One answer owed: the messages after <paramref name="AfterSequence"/> up to <paramref name="UpToSequence"/>.</summary>
public sealed record Turn(TurnId Id, long AfterSequence, long UpToSequence, int Attempt);

/// <summary>
/// How long to wait for the rest of a burst. Zero switches all waiting off. The window starts again with each message,
/// but never ends later than <paramref name="Longest"/> after the first.
/// </summary>
public sealed record Debounce(TimeSpan Window, TimeSpan Longest)
{
    public static readonly Debounce None = new(TimeSpan.Zero, TimeSpan.Zero);

    public DateTimeOffset DueAt(DateTimeOffset now, DateTimeOffset first)
    {
        var (due, latest) = (now + Window, first + Longest);
        return due < latest || Window == TimeSpan.Zero ? due : latest;
    }
}
