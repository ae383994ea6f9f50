namespace WaSaas.Domain.WhatsApp;

/// <summary>What is done about a number that should be connected and is not, or through which nothing comes.</summary>
public enum Repair
{
    None = 0,

    /// <summary>A new connection by the same gateway.</summary>
    Restart = 1,

    /// <summary>A new connection by another gateway.</summary>
    Move = 2,

    /// <summary>Nothing has helped: the vendor is told, and nothing more is done without her.</summary>
    Tell = 3,
}

/// <summary>
/// The second wall behind the gateway, which mends silent connections within a minute: stages, each once, until the number
/// has been well for a while. Without an end two programs that start the same number would keep it from ever coming in.
/// </summary>
public sealed partial class WhatsAppSession
{
    /// <summary>Longer than a gateway that is well ever goes without evidence.</summary>
    public static readonly TimeSpan DeafAfter = TimeSpan.FromSeconds(90);

    /// <summary>The gateway tries by itself first.</summary>
    public static readonly TimeSpan AwayAfter = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan WellAfter = TimeSpan.FromMinutes(10);

    /// <summary>The last stage of repair since the number was well.</summary>
    public Repair Repair { get; private set; }

    public DateTimeOffset? RepairedAt { get; private set; }

    /// <returns>What is to be done now; it counts as done.</returns>
    public Repair Mend(DateTimeOffset now)
    {
        if (IsWell(now))
        {
            Heal(now);
            return Repair.None;
        }

        if (Repair == Repair.Tell || !IsBroken(now))
        {
            return Repair.None;
        }

        (Repair, RepairedAt) = (Repair + 1, now);
        if (Repair == Repair.Tell)
        {
            TellTrouble(State == SessionState.Connected ? SessionTroubles.Deaf : SessionTroubles.NoConnection);
            Raise(new SessionChanged(TenantId, Id, State));
        }

        return Repair;
    }

    /// <summary>The vendor asks to try again with the link that is there: the stages begin anew.</summary>
    public bool TryAgain(DateTimeOffset at)
    {
        ForgetRepairs();
        return Resume(at);
    }

    private bool IsBroken(DateTimeOffset now) => State switch
    {
        SessionState.Connected => Latest(Since, LastEvidenceAt, RepairedAt) + DeafAfter <= now,
        SessionState.Reconnecting or SessionState.Linked => Latest(Since, null, RepairedAt) + AwayAfter <= now,
        _ => false,
    };

    private bool IsWell(DateTimeOffset now) =>
        Repair != Repair.None && State == SessionState.Connected && Since + WellAfter <= now && LastEvidenceAt + DeafAfter > now;

    /// <summary>What the gateway told is more exact; a pause of sending is another matter, and comes back when this one is over.</summary>
    private void TellTrouble(SessionError trouble) =>
        LastError = LastError is null || LastError.Code == SessionTroubles.SendingPaused.Code ? trouble : LastError;

    private void Heal(DateTimeOffset at)
    {
        ForgetRepairs();
        if (LastError?.Code == SessionTroubles.Deaf.Code)
        {
            LastError = HeldAt(at);
            Raise(new SessionChanged(TenantId, Id, State));
        }
    }

    private void ForgetRepairs() => (Repair, RepairedAt) = (Repair.None, null);

    private static DateTimeOffset Latest(DateTimeOffset first, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            first = other > first ? other.Value : first;
        }

        return first;
    }
}
