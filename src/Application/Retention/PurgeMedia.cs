using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Retention;

/// <summary>Removes the files of messages that are older than the shop's plan keeps them; photos of products stay. Idempotent.</summary>
public sealed record PurgeMedia : IJobCommand;

internal sealed class PurgeMediaHandler(IAppDbContext db, MessageFiles files, RetentionOptions ages, TimeProvider clock)
    : ICommandHandler<PurgeMedia, Result>
{
    private const int Limit = 1_000;

    public async Task<Result> Handle(PurgeMedia command, CancellationToken cancellationToken)
    {
        var plan = (await db.Subscriptions.AsNoTracking().SingleAsync(cancellationToken)).Plan;
        var days = plan switch
        {
            Plan.Business => ages.BusinessMediaDays,
            Plan.Pro => ages.ProMediaDays,
            _ => ages.StarterMediaDays,
        };
        var before = clock.GetUtcNow().AddDays(-days);
        var old = await MessageFiles.WithOwnFile(db.Messages).Where(m => m.StoredAt < before).OrderBy(m => m.StoredAt).Take(Limit).ToListAsync(cancellationToken);
        files.RemoveLater(old.ConvertAll(message => message.ForgetFile()!));
        return Result.Ok;
    }
}
