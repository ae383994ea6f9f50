using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Link;
using WaSaas.Infrastructure.WhatsApp.Versions;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Turns what a session's gateway tells into commands of its shop.</summary>
internal sealed partial class SessionEvents(TenantWork work, WebVersions versions, RecoverySignal recovery, ILogger<SessionEvents> log)
{
    private const int Tries = 4;

    public async Task HandleAsync(PooledSession session, GatewayFrame happened)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await DispatchAsync(session, happened);
                return;
            }
            catch (Exception e) when (attempt < Tries && e is DbUpdateException or DbException or TimeoutException)
            {
                // The gateway tells nothing twice: a busy database gets a moment.
                TryingAgain(e, happened.Type, happened.Session.Value);
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt));
            }
        }
    }

    public Task<SessionState?> ReportAsync(PooledSession session, SessionReport report, SessionError? error = null) =>
        work.SendAsync(session.Id.TenantId, new ReportSession(session.Id.SessionId, session.Epoch, report, error));

    private Task DispatchAsync(PooledSession session, GatewayFrame happened) => happened.Type switch
    {
        "qr" => OfferAsync(session, OfferOf(qr: happened.Body)),
        "pairing.code" => OfferAsync(session, OfferOf(code: happened.Body)),
        "state" => EnterAsync(session, Text(happened.Body, "state") ?? "", happened.Body),
        "me" => IdentifyAsync(session, happened.Body),
        "message.status" => RecordAsync(session, happened.Body),
        "lid.mapping" => LinkAddressesAsync(session, happened.Body),
        "limits" => NoteLimitsAsync(session, happened.Body),
        _ => Task.CompletedTask,
    };

    private Task<SessionState?> OfferAsync(PooledSession session, PairingOffer offer)
    {
        session.Offer = offer;
        return ReportAsync(session, SessionReport.CodeShown);
    }

    private async Task EnterAsync(PooledSession session, string state, JsonElement body)
    {
        var reason = Text(body, "reason");
        session.Entered(state);
        if (Text(body, "version") is { } version)
        {
            await versions.KeepAsync(version);
        }

        if (reason == GatewayStates.ClientTooOld && await versions.RefreshAsync())
        {
            // One more try with the version that WhatsApp asks for; refused again, there is no newer one.
            await ReportAsync(session, SessionReport.Lost);
            recovery.Raise();
        }
        else if (GatewayStates.Meaning(state, reason, IsTrue(body, "lasting")) is var (report, error))
        {
            await ReportAsync(session, report, error);
        }
    }

    private async Task IdentifyAsync(PooledSession session, JsonElement body)
    {
        if (Text(body, "jid") is { } jid)
        {
            var number = WhatsAppAddress.PhoneNumberOf(WhatsAppAddress.ParseAll(jid));
            var me = new SessionIdentity(jid, Text(body, "lid"), number, Text(body, "name"));
            await work.SendAsync(session.Id.TenantId, new IdentifySession(session.Id.SessionId, session.Epoch, me));
        }
    }

    private async Task RecordAsync(PooledSession session, JsonElement body)
    {
        MessageStatus? status = Text(body, "status") switch
        {
            "server" => MessageStatus.Sent,
            "delivered" => MessageStatus.Delivered,
            "read" => MessageStatus.Read,
            "played" => MessageStatus.Played,
            "error" => MessageStatus.Failed,
            _ => null,
        };
        if (status is { } known && Text(body, "id") is { } id)
        {
            var code = body.TryGetProperty("code", out var number) ? number.ToString() : null;
            await work.SendAsync(session.Id.TenantId, new RecordReceipt(session.Id.SessionId, id, known, code));
        }
    }

    private async Task LinkAddressesAsync(PooledSession session, JsonElement body)
    {
        var addresses = WhatsAppAddress.ParseAll(Text(body, "lid"), Text(body, "pn"));
        if (addresses.Count == 2)
        {
            await work.SendAsync(session.Id.TenantId, new LinkAddresses(addresses, WhatsAppAddress.PhoneNumberOf(addresses)));
        }
    }

    private async Task NoteLimitsAsync(PooledSession session, JsonElement body)
    {
        DateTimeOffset? until = body.TryGetProperty("until", out var at) && at.ValueKind == JsonValueKind.Number ? DateTimeOffset.FromUnixTimeSeconds(at.GetInt64()) : null;
        if (IsTrue(body, "active"))
        {
            Limited(session.Id.SessionId.Value);
        }

        await work.SendAsync(session.Id.TenantId, new NoteLimits(session.Id.SessionId, session.Epoch, IsTrue(body, "active"), until));
    }

    private static bool IsTrue(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static PairingOffer OfferOf(JsonElement? qr = null, JsonElement? code = null) =>
        new(Text(qr, "qr"), ExpiryOf(qr), Text(code, "code"), ExpiryOf(code));

    private static DateTimeOffset? ExpiryOf(JsonElement? body) =>
        body is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given.GetProperty("expiresAtMs").GetInt64()) : null;

    private static string? Text(JsonElement? body, string name) =>
        body is { } given && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "WhatsApp limits how many new people session {Session} may write to")]
    private partial void Limited(Guid session);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Handling {Type} of session {Session} is tried again")]
    private partial void TryingAgain(Exception e, string type, Guid session);
}
