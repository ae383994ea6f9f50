using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>Puts a genuine notice into the inbox; work on it begins after the answer. Again under the same id changes nothing.</summary>
/// <returns>Whether it was new.</returns>
public sealed record ReceiveNotice(BillingNotice Notice) : ICommand<bool>;

internal sealed class ReceiveNoticeHandler(IAppDbContext db, NoticeSignal signal, FollowUps followUps, TimeProvider clock) : ICommandHandler<ReceiveNotice, bool>
{
    public async Task<bool> Handle(ReceiveNotice command, CancellationToken cancellationToken)
    {
        if (await db.BillingEvents.AnyAsync(e => e.Id == command.Notice.Id, cancellationToken))
        {
            return false;
        }

        db.BillingEvents.Add(BillingEvent.Receive(command.Notice, clock.GetUtcNow()));
        followUps.Add(_ =>
        {
            signal.Wake();
            return Task.CompletedTask;
        });
        return true;
    }
}
