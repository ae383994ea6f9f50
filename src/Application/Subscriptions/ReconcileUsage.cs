using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Sets the present month's count of turns to what happened: turns of real channels with at least one reply. Voice
/// seconds are counted where they are used and have no second source.
/// </summary>
public sealed record ReconcileUsage : IJobCommand;

internal sealed class ReconcileUsageHandler(IAppDbContext db, ITenantScope tenant, TimeProvider clock) : ICommandHandler<ReconcileUsage, Result>
{
    public async Task<Result> Handle(ReconcileUsage command, CancellationToken cancellationToken)
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
            return Result.Ok;
        }

        if (meter is null)
        {
            meter = new UsageMeter(tenant.Id, period);
            db.UsageMeters.Add(meter);
        }

        meter.Recount(turns, meter.VoiceSeconds);
        return Result.Ok;
    }
}
