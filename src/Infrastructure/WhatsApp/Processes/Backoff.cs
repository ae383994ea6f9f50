namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>How long to wait before a program that ended is started again: at once after a long life, slower and slower otherwise.</summary>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongLife = TimeSpan.FromMinutes(1);

    private long _startedAt;
    private int _shortLives;

    public void Started() => _startedAt = clock.GetTimestamp();

    public TimeSpan Ended()
    {
        _shortLives = clock.GetElapsedTime(_startedAt) > LongLife ? 0 : _shortLives + 1;
        var wait = First * Math.Pow(2, Math.Max(0, _shortLives - 1));
        return wait < Longest ? wait : Longest;
    }
}
