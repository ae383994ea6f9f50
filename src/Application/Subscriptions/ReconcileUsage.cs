using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Sets the counts of the month to what happened: turns of real channels with at least one reply, and the seconds that
/// were written down with each note that was listened to or spoken. On the first of a month also the one before.
/// </summary>
public sealed record ReconcileUsage : IJobCommand;

internal sealed class ReconcileUsageHandler(IAppDbContext db, ITenantScope tenant, Usage usage, TimeProvider clock) : ICommandHandler<ReconcileUsage, Result>
{
    /// <summary>A note may be listened to so long after it came.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public async Task<Result> Handle(ReconcileUsage command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var present = UsageMeter.PeriodOf(now);
        foreach (var period in new[] { UsageMeter.PeriodOf(now.AddDays(-1)), present }.Distinct())
        {
            var meter = await RecountAsync(period, cancellationToken);
            if (meter is not null && period == present)
            {
                await usage.AnnounceAsync(meter, cancellationToken);
            }
        }

        return Result.Ok;
    }

    private async Task<UsageMeter?> RecountAsync(int period, CancellationToken ct)
    {
        var (turns, seconds) = (await TurnsAsync(period, ct), await VoiceSecondsAsync(period, ct));
        var meter = await db.UsageMeters.SingleOrDefaultAsync(u => u.Period == period, ct);
        if (meter is null)
        {
            if (turns + seconds == 0)
            {
                return null;
            }

            meter = new UsageMeter(tenant.Id, period);
            db.UsageMeters.Add(meter);
        }

        meter.Recount(turns, seconds);
        return meter;
    }

    private Task<int> TurnsAsync(int period, CancellationToken ct)
    {
        var (from, until) = UsageMeter.SpanOf(period);
        return Real(db.Messages.Where(m => m.TurnId != null && m.At >= from && m.At < until && (m.Kind == MessageKind.Text || m.Kind == MessageKind.Audio)))
            .Select(m => m.TurnId)
            .Distinct()
            .CountAsync(ct);
    }

    private async Task<int> VoiceSecondsAsync(int period, CancellationToken ct)
    {
        var (from, until) = UsageMeter.SpanOf(period);
        var earliest = from - LongestWait;
        var notes = await Real(db.Messages.Where(m => m.Kind == MessageKind.Audio && m.Media != null && m.StoredAt >= earliest && m.StoredAt < until))
            .Select(m => m.Media)
            .ToListAsync(ct);
        return notes.Where(note => note!.CountedAt >= from && note.CountedAt < until).Sum(note => note!.CountedSeconds ?? 0);
    }

    /// <summary>Simulations cost a shop nothing.</summary>
    private IQueryable<Message> Real(IQueryable<Message> messages) =>
        messages.Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.Channel != Channel.Simulator));
}
