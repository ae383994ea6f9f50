namespace WaSaas.Domain.WhatsApp;

/// <summary>Why a session is where it is. The screens have a sentence for each code. Each is a row of its own: never share one.</summary>
public static class SessionTroubles
{
    public static SessionError LinkExpired => new("link_expired", "The code was not scanned in time.");

    public static SessionError LinkFailed => new("link_failed", "The code to link the number could not be prepared.");

    public static SessionError LoggedOut => new("logged_out", "The link was removed on the phone.");

    public static SessionError Replaced => new("replaced", "Another program took over this link.");

    public static SessionError Restricted => new("restricted", "WhatsApp limited this number.");

    public static SessionError Deaf => new("deaf", "The connection says open, and nothing comes through it.");

    public static SessionError NoConnection => new("no_connection", "WhatsApp could not be reached for a while.");

    public static SessionError SendingPaused => new("sending_paused", "WhatsApp refused a message; sending pauses.");
}
