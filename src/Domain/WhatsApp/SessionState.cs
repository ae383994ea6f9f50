namespace WaSaas.Domain.WhatsApp;

/// <summary>Where a linked number stands. Names on the wire are snake_case.</summary>
public enum SessionState
{
    /// <summary>Nothing is linked and nothing is going on.</summary>
    Idle = 0,

    /// <summary>A first connection is being opened, no code yet.</summary>
    Connecting = 1,

    /// <summary>A QR or pairing code waits for the vendor's phone.</summary>
    AwaitingScan = 2,

    /// <summary>Paired, but not open yet.</summary>
    Linked = 3,

    Connected = 4,

    /// <summary>Linked, and the connection is being opened again.</summary>
    Reconnecting = 5,

    /// <summary>The phone (or WhatsApp) removed the linked device.</summary>
    LoggedOut = 6,

    /// <summary>Another program uses the same linked device.</summary>
    Replaced = 7,

    /// <summary>WhatsApp limited or banned the number.</summary>
    Restricted = 8,

    /// <summary>Something that only a person can mend, see the error.</summary>
    Failed = 9,
}

public static class SessionStates
{
    public static bool HasCredentials(this SessionState state) => state
        is SessionState.Linked or SessionState.Connected or SessionState.Reconnecting or SessionState.Replaced or SessionState.Restricted or SessionState.Failed;

    /// <summary>States in which a link exists or is being used: connecting again is refused.</summary>
    public static bool IsInUse(this SessionState state) => state is SessionState.Linked or SessionState.Connected or SessionState.Reconnecting;
}
