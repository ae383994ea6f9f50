using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Pages.Connect;

/// <summary>What Connect shows of the shop's first number.</summary>
public sealed record ConnectView(WhatsAppStatus Status, string Zone, DateTimeOffset Now, bool NeedsWarning)
{
    /// <summary>A refusal of the last wish, as a sentence.</summary>
    public string? Refused { get; init; }

    /// <summary>The number as it was typed.</summary>
    public string? Phone { get; init; }

    public SessionState State { get; } = Enum.Parse<SessionState>(Status.State.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public bool IsLinking => State is SessionState.Connecting or SessionState.AwaitingScan or SessionState.Linked;

    /// <summary>Position on the way from code to connection, from 0.</summary>
    public int Step => State switch
    {
        SessionState.Linked => 1,
        SessionState.Reconnecting => 2,
        SessionState.Connected => 3,
        _ => 0,
    };

    public bool IsExpired => State == SessionState.Idle && Status.LastError?.Code == "link_expired";

    public int SecondsTo(DateTimeOffset? end) => end is { } at ? Math.Max(0, (int)(at - Now).TotalSeconds) : 0;
}
