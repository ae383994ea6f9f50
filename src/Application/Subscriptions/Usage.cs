using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>Counts what a plan limits per month, in the transaction that uses it, and tells when it is (nearly) used up.</summary>
internal sealed class Usage(IAppDbContext db, ITenantScope tenant, PlanRoom room, IJobQueue jobs)
{
    /// <summary>One answered turn.</summary>
    public Task CountTurnAsync(DateTimeOffset now, CancellationToken ct) => CountAsync(meter => meter.CountTurn(), now, ct);

    /// <summary>Seconds of a voice note that were transcribed or spoken.</summary>
    public Task CountVoiceAsync(int seconds, DateTimeOffset now, CancellationToken ct) => CountAsync(meter => meter.CountVoice(seconds), now, ct);

    /// <summary>Whether the month's turns last; when not, the embedded assistant answers alone.</summary>
    public async Task<bool> HasTurnsLeftAsync(DateTimeOffset now, CancellationToken ct) =>
        (await FindAsync(now, ct))?.AssistantTurns is not { } used || used < (await room.EntitlementsAsync(ct)).AssistantTurns;

    /// <summary>Whether the month's voice minutes last; when not, customers are asked to write.</summary>
    public async Task<bool> HasVoiceLeftAsync(DateTimeOffset now, CancellationToken ct) =>
        ((await FindAsync(now, ct))?.VoiceSeconds ?? 0) < (await room.EntitlementsAsync(ct)).VoiceMinutes * 60L;

    private async Task CountAsync(Action<UsageMeter> count, DateTimeOffset now, CancellationToken ct)
    {
        var meter = await FindAsync(now, ct);
        if (meter is null)
        {
            meter = new UsageMeter(tenant.Id, UsageMeter.PeriodOf(now));
            db.UsageMeters.Add(meter);
        }

        count(meter);
        await AnnounceAsync(meter, ct);
    }

    /// <summary>The job is stored with the count: owners are written at once, and not at all when it is not kept.</summary>
    public async Task AnnounceAsync(UsageMeter meter, CancellationToken ct)
    {
        if (meter.CrossedOf(await room.EntitlementsAsync(ct)).Count > 0)
        {
            jobs.Enqueue(new RemindOwners());
        }
    }

    private Task<UsageMeter?> FindAsync(DateTimeOffset now, CancellationToken ct)
    {
        var period = UsageMeter.PeriodOf(now);
        return db.UsageMeters.SingleOrDefaultAsync(u => u.Period == period, ct);
    }
}
