using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

public enum LinkMethod
{
    Qr = 1,
    Code = 2,
}

/// <summary>The running side of linked numbers. What happens comes back as commands; codes to scan stay in memory.</summary>
public interface IWhatsAppSessions
{
    /// <summary>Starts linking with fresh credentials; again with another method switches.</summary>
    /// <param name="session">Whose number.</param>
    /// <param name="method">By QR or by pairing code.</param>
    /// <param name="phone">E.164 digits without plus sign, for <see cref="LinkMethod.Code"/>.</param>
    /// <param name="ct">Ends the wait, not the linking.</param>
    Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct);

    /// <summary>Connects with the credentials that are there.</summary>
    Task ResumeAsync(DueSession session, CancellationToken ct);

    /// <summary>Does what <see cref="MendSession"/> finds to be due for a number that does not come back or is deaf.</summary>
    Task MendAsync(DueSession session, CancellationToken ct);

    /// <summary>Closes the connection; the link and its credentials stay. Idempotent.</summary>
    Task StopAsync(DueSession session, CancellationToken ct);

    /// <summary>Unlinks the device at WhatsApp and forgets the credentials. Idempotent.</summary>
    Task LogoutAsync(DueSession session, CancellationToken ct);

    /// <summary>What the vendor's phone is to scan or type now.</summary>
    PairingOffer PairingOf(SessionId session);
}

/// <summary>Raw QR text or eight characters, each with its end; null when there is none.</summary>
public sealed record PairingOffer(string? Qr, DateTimeOffset? QrExpiresAt, string? PairingCode, DateTimeOffset? PairingCodeExpiresAt)
{
    public static readonly PairingOffer None = new(null, null, null, null);
}

public enum WhatsAppNetwork
{
    WhatsApp = 1,
    Sandbox = 2,
    Custom = 3,
}

/// <summary>Which network the numbers are linked to.</summary>
public interface IWhatsAppNetwork
{
    WhatsAppNetwork Kind { get; }
}
