using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The gateway's words for a session's state, and what they mean here.</summary>
internal static class GatewayStates
{
    public const string Connecting = "connecting";
    public const string Connected = "connected";

    /// <summary>After these the gateway does nothing more until it is asked to.</summary>
    public static bool IsEnd(string state) => state is "expired" or "logged_out" or "replaced" or "restricted" or "failed";

    /// <summary>WhatsApp refuses this version of its web client; another one may be let in.</summary>
    public const string ClientTooOld = "client_too_old";

    /// <returns>Null when it is nothing that the shop has to know: the event "me" tells that a number was paired.</returns>
    public static (SessionReport Report, SessionError? Error)? Meaning(string state, string? reason, bool lasting = false) => state switch
    {
        Connected => (SessionReport.Opened, lasting ? LastingError(reason) : null),
        "reconnecting" => (SessionReport.Lost, lasting ? LastingError(reason) : null),
        "expired" => (SessionReport.LinkingEnded, null),
        "logged_out" => (SessionReport.LoggedOut, EndOf(reason)),
        "replaced" => (SessionReport.Replaced, null),
        "restricted" => (SessionReport.Restricted, EndOf(reason)),
        // Only a number that is not paired yet is given up for these; there is no link to try again with.
        "failed" when reason is "no_connection" or "store_failed" => (SessionReport.LinkingEnded, SessionTroubles.LinkFailed),
        "failed" => (SessionReport.Failed, ErrorOf(reason)),
        _ => null,
    };

    private static SessionError ErrorOf(string? reason) => reason switch
    {
        ClientTooOld => new(reason, "WhatsApp refuses this version of its web client."),
        _ => new(reason ?? "failed", "The connection ended and was given up."),
    };

    /// <summary>Ends that have a sentence of their own.</summary>
    private static SessionError? EndOf(string? reason) => reason switch
    {
        "multidevice_mismatch" => new(reason, "WhatsApp asks to link the number again."),
        "temporary_ban" => new(reason, "WhatsApp has suspended this number for a while."),
        "permanent_ban" or "forbidden" => new("banned", "WhatsApp has banned this number."),
        _ => null,
    };

    /// <summary>The attempts go on, but for too long to be silent about it.</summary>
    private static SessionError? LastingError(string? reason) => reason switch
    {
        "deaf" => SessionTroubles.Deaf,
        "stream_error" => new(reason, "WhatsApp keeps ending the connection with an error."),
        "store_failed" => new(reason, "The connection could not be stored."),
        null => null,
        _ => SessionTroubles.NoConnection,
    };
}
