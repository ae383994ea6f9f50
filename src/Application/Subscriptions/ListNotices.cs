using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>The inbox of notices for operators, newest first.</summary>
public sealed record ListNotices(BillingEventState? State = null) : IQuery<NoticeList>;

/// <param name="Counts">By state; states without notices are left out.</param>
public sealed record NoticeList(IReadOnlyList<BillingEvent> Rows, IReadOnlyDictionary<BillingEventState, int> Counts)
{
    public const int Most = 100;
}

internal sealed class ListNoticesHandler(IAppDbContext db) : IQueryHandler<ListNotices, NoticeList>
{
    public async Task<NoticeList> Handle(ListNotices query, CancellationToken cancellationToken)
    {
        var rows = await db.BillingEvents.AsNoTracking()
            .Where(e => query.State == null || e.State == query.State)
            .OrderByDescending(e => e.ReceivedAt)
            .Take(NoticeList.Most)
            .ToListAsync(cancellationToken);
        var counts = await db.BillingEvents.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new NoticeList(rows, counts);
    }
}

/// <summary>An operator wants a notice worked on again, also one that was rejected.</summary>
public sealed record RetryNotice(string Id) : ICommand<Result>;

internal sealed class RetryNoticeHandler(IAppDbContext db, NoticeSignal signal, FollowUps followUps, TimeProvider clock) : ICommandHandler<RetryNotice, Result>
{
    public async Task<Result> Handle(RetryNotice command, CancellationToken cancellationToken)
    {
        if (await db.BillingEvents.SingleOrDefaultAsync(e => e.Id == command.Id, cancellationToken) is not { } notice)
        {
            return Error.NotFound;
        }

        notice.TryAgain(clock.GetUtcNow());
        followUps.Add(_ =>
        {
            signal.Wake();
            return Task.CompletedTask;
        });
        return Result.Ok;
    }
}

/// <summary>For a schedule: the ids of 90 days are enough to know a notice that comes again.</summary>
public sealed record ForgetOldNotices : IJobCommand;

internal sealed class ForgetOldNoticesHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<ForgetOldNotices, Result>
{
    public async Task<Result> Handle(ForgetOldNotices command, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-90);
        db.BillingEvents.RemoveRange(await db.BillingEvents
            .Where(e => e.ReceivedAt < before && (e.State == BillingEventState.Done || e.State == BillingEventState.Ignored))
            .ToListAsync(cancellationToken));
        return Result.Ok;
    }
}
