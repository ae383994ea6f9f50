using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Fleet;

/// <summary>
/// Asks a gateway now and then how its sessions are: writes down when each last showed a sign of life, takes back what the
/// gateway does not hold, and finds a gateway that answers nothing any more.
/// </summary>
internal sealed partial class GatewayCheck(GatewaySessions sessions, LinkedNumbers numbers, TimeProvider clock, ILogger<GatewayCheck> log)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int Misses = 2;

    /// <summary>Settles when the gateway has answered nothing several times in a row, or is gone.</summary>
    public async Task UntilDeadAsync(GatewayLink link, CancellationToken ct)
    {
        for (var missed = 0; missed < Misses && link.IsOpen;)
        {
            await Task.Delay(Every, clock, ct);
            missed = await AskAsync(link) ? 0 : missed + 1;
        }
    }

    /// <returns>Whether it answered.</returns>
    public async Task<bool> AskAsync(GatewayLink link)
    {
        var asked = sessions.RunningOn(link);
        try
        {
            var answer = await link.RequestAsync("health", default, 0, GatewayProtocol.Nothing, Patience, CancellationToken.None);
            await ReadAsync(asked, answer.GetProperty("sessions"));
        }
        catch (GatewayRefusal)
        {
            return false;
        }
        catch (Exception e)
        {
            // The gateway answered; what failed is ours.
            Failed(e);
        }

        return true;
    }

    private async Task ReadAsync(IReadOnlyList<(DueSession Id, long Epoch)> asked, JsonElement held)
    {
        var told = held.EnumerateArray().ToDictionary(s => (new SessionId(s.GetProperty("session").GetGuid()), s.GetProperty("epoch").GetInt64()));
        var evidence = new List<(DueSession, DateTimeOffset)>();
        foreach (var (id, epoch) in asked)
        {
            if (!told.TryGetValue((id.SessionId, epoch), out var session))
            {
                Missing(id.SessionId.Value);
                await sessions.LoseAsync(id.SessionId, epoch);
            }
            else if (session.GetProperty("lastEvidenceMs") is { ValueKind: JsonValueKind.Number } at)
            {
                evidence.Add((id, DateTimeOffset.FromUnixTimeMilliseconds(at.GetInt64())));
            }
        }

        await numbers.NoteEvidenceAsync(evidence);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gateway does not hold session {Session}, which was thought to run there; it is started again")]
    private partial void Missing(Guid session);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the gateway's health failed")]
    private partial void Failed(Exception e);
}
