using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Retention;

/// <summary>Removes the files of messages that are older than the shop's plan keeps them; photos of products stay. Idempotent.</summary>
public sealed record PurgeMedia : IJobCommand;

internal sealed class PurgeMediaHandler(IAppDbContext db, IFileStore files, FollowUps followUps, RetentionOptions ages, TimeProvider clock)
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
        var old = await db.Messages.Where(m => m.File != null && m.Sku == null && m.StoredAt < before).OrderBy(m => m.StoredAt).Take(Limit).ToListAsync(cancellationToken);
        var names = old.ConvertAll(message => message.ForgetFile()!);

        // After the commit: a row never names a file that is gone without saying so.
        followUps.Add(async token =>
        {
            foreach (var name in names)
            {
                await files.DeleteAsync(name, token);
            }
        });
        return Result.Ok;
    }
}
