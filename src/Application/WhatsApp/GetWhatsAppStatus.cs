using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>Where a number stands and what to scan now; null when the shop has no such number.</summary>
/// <param name="Session">Which number of the shop; null = the first.</param>
public sealed record GetWhatsAppStatus(SessionId? Session) : IQuery<WhatsAppStatus?>;

/// <summary>States are the names of <see cref="SessionState"/> in snake_case; a shop without any number is idle.</summary>
public sealed record WhatsAppStatus(
    Guid? Session,
    string State,
    string? Qr,
    DateTimeOffset? QrExpiresAt,
    string? PairingCode,
    DateTimeOffset? PairingCodeExpiresAt,
    string? Number,
    string? Name,
    DateTimeOffset? Since,
    DateTimeOffset? LastInboundAt,
    SessionError? LastError,
    bool AssistantPaused);

internal sealed class GetWhatsAppStatusHandler(IAppDbContext db, IWhatsAppSessions sessions, TimeProvider clock)
    : IQueryHandler<GetWhatsAppStatus, WhatsAppStatus?>
{
    public async Task<WhatsAppStatus?> Handle(GetWhatsAppStatus query, CancellationToken cancellationToken)
    {
        var paused = await db.Tenants.Select(t => t.Assistant.Paused).SingleAsync(cancellationToken);
        var session = await db.Sessions.AsNoTracking().NamedOrFirstAsync(query.Session, cancellationToken);
        if (session is null)
        {
            return query.Session is null ? Unlinked(paused) : null;
        }

        var offer = session.State == SessionState.AwaitingScan ? Valid(sessions.PairingOf(session.Id)) : PairingOffer.None;
        return new WhatsAppStatus(
            session.Id.Value,
            NameOf(session.State),
            offer.Qr,
            offer.QrExpiresAt,
            offer.PairingCode,
            offer.PairingCodeExpiresAt,
            session.Number,
            session.Name,
            session.Since,
            session.LastInboundAt,
            session.TroubleAt(clock.GetUtcNow()),
            paused);
    }

    private static WhatsAppStatus Unlinked(bool paused) =>
        new(null, NameOf(SessionState.Idle), null, null, null, null, null, null, null, null, null, paused);

    private static string NameOf(SessionState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>A code whose time is over only leads to a refusal on the phone.</summary>
    private PairingOffer Valid(PairingOffer offer)
    {
        var now = clock.GetUtcNow();
        var qr = offer.QrExpiresAt > now;
        var code = offer.PairingCodeExpiresAt > now;
        return new PairingOffer(
            qr ? offer.Qr : null, qr ? offer.QrExpiresAt : null, code ? offer.PairingCode : null, code ? offer.PairingCodeExpiresAt : null);
    }
}
