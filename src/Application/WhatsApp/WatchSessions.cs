using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;

namespace WaSaas.Application.WhatsApp;

/// <summary>Looks over the linked numbers of all shops and starts those anew that have been coming back for too long.</summary>
public sealed record WatchSessions : IJobCommand;

internal sealed class WatchSessionsHandler(IAcrossTenants all, IWhatsAppSessions sessions, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<WatchSessions, Result>
{
    /// <summary>The gateway tries by itself first; a number that does not come back within the hour is left to it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(1);

    public async Task<Result> Handle(WatchSessions command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var stuck in await all.SessionsComingBackSinceAsync(now - GivenUpAfter, now - Patience, cancellationToken))
        {
            if ((int)(now - stuck.Since).TotalMinutes % (int)Patience.TotalMinutes == 0)
            {
                followUps.Add(ct => sessions.ResumeAsync(stuck.Session, ct));
            }
        }

        return Result.Ok;
    }
}
