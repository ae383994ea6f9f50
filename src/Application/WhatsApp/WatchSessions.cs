using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;

namespace WaSaas.Application.WhatsApp;

/// <summary>
/// Looks over the linked numbers of all shops for those that do not come back or that say connected without evidence.
/// Each is then mended in a scope of its shop, in stages that end.
/// </summary>
public sealed record WatchSessions : IJobCommand;

internal sealed class WatchSessionsHandler(IAcrossTenants all, IWhatsAppSessions sessions, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<WatchSessions, Result>
{
    public async Task<Result> Handle(WatchSessions command, CancellationToken cancellationToken)
    {
        var broken = await all.SessionsToMendAsync(clock.GetUtcNow(), cancellationToken);

        // All at once: one that hangs must not keep the others waiting. How many connect at a time is the gateway's care.
        followUps.Add(ct => Task.WhenAll(broken.Select(session => sessions.MendAsync(session, ct))));
        return Result.Ok;
    }
}
