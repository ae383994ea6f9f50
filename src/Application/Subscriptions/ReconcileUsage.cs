using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Sets the present month's count of turns to what happened: turns of real channels with at least one reply. Voice
/// seconds are counted where they are used and have no second source.
/// </summary>
/// <returns>Whether the count was wrong.</returns>
public sealed record ReconcileUsage : ICommand<Result<bool>>;

internal sealed class ReconcileUsageHandler(IAppDbContext db, ITenantScope tenant, TimeProvider clock) : ICommandHandler<ReconcileUsage, Result<bool>>
{
    public async Task<Result<bool>> Handle(ReconcileUsage command, CancellationToken cancellationToken)
    {
        var period = UsageMeter.PeriodOf(clock.GetUtcNow());
        var (from, until) = UsageMeter.SpanOf(period);
        var turns = await db.Messages
            .Where(m => m.TurnId != null && m.At >= from && m.At < until)
            .Join(db.Conversations.Where(c => c.Channel != Channel.Simulator), m => m.ConversationId, c => c.Id, (m, _) => m.TurnId)
            .Distinct()
            .CountAsync(cancellationToken);
        var meter = await db.UsageMeters.SingleOrDefaultAsync(u => u.Period == period, cancellationToken);
        if (meter is null && turns == 0)
        {
            return false;
        }

        if (meter is null)
        {
            meter = new UsageMeter(tenant.Id, period);
            db.UsageMeters.Add(meter);
        }

        return meter.Recount(turns, meter.VoiceSeconds);
    }
}
