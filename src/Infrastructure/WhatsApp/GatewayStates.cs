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

    /// <returns>Null when it is nothing that the shop has to know: the event "me" tells that a number was paired.</returns>
    public static (SessionReport Report, SessionError? Error)? Meaning(string state, string? reason) => state switch
    {
        Connected => (SessionReport.Opened, null),
        "reconnecting" => (SessionReport.Lost, null),
        "expired" => (SessionReport.CodeExpired, null),
        "logged_out" => (SessionReport.LoggedOut, null),
        "replaced" => (SessionReport.Replaced, null),
        "restricted" => (SessionReport.Restricted, null),
        "failed" => (SessionReport.Failed, ErrorOf(reason)),
        _ => null,
    };

    private static SessionError ErrorOf(string? reason) => reason switch
    {
        "client_too_old" => new(reason, "WhatsApp refuses this version of its web client."),
        "no_connection" => new(reason, "WhatsApp could not be reached."),
        _ => new(reason ?? "failed", "The connection ended and was given up."),
    };
}
