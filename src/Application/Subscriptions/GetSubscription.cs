using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>What the shop is on, and what of it is used.</summary>
public sealed record GetSubscription : IQuery<SubscriptionView>;

/// <param name="Plan">In force now.</param>
/// <param name="PaidPlan">Of what recurs; may be less than what is in force.</param>
/// <param name="GrantEndsAt">End of the prepaid period that is in force; null when none is, or it has no end.</param>
public sealed record SubscriptionView(
    Plan Plan,
    Plan PaidPlan,
    SubscriptionStatus Status,
    BillingInterval? Interval,
    bool IsRecurring,
    bool HasCustomer,
    int TrialDaysLeft,
    DateTimeOffset? PeriodEnd,
    bool CancelAtPeriodEnd,
    DateTimeOffset? GraceEndsAt,
    Plan? NextPlan,
    DateTimeOffset? GrantEndsAt,
    Entitlements Limits,
    UsageView Used,
    BillingProvider Provider);

/// <summary>Counts against the plan; turns and voice since the first of the month (UTC).</summary>
public sealed record UsageView(int Turns, int VoiceSeconds, int Products, int Numbers, int People, DateTimeOffset ResetsAt)
{
    public int VoiceMinutes => (VoiceSeconds + 59) / 60;

    /// <summary>What would be over a plan, to be told before it is chosen.</summary>
    public bool FitsIn(Entitlements limits) => Products <= limits.Products && Numbers <= limits.Numbers && People <= limits.People;
}

internal sealed class GetSubscriptionHandler(IAppDbContext db, PlanTerms terms, IBillingGateway gateway, TimeProvider clock)
    : IQueryHandler<GetSubscription, SubscriptionView>
{
    public async Task<SubscriptionView> Handle(GetSubscription query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var s = await db.Subscriptions.AsNoTracking().SingleAsync(cancellationToken);
        var plan = s.PlanAt(now);
        return new SubscriptionView(
            plan,
            s.Plan,
            s.Status,
            s.Interval,
            s.IsRecurring,
            s.CustomerId is not null,
            s.TrialDaysLeftAt(now),
            s.PeriodEnd,
            s.CancelAtPeriodEnd,
            s.GraceEndsAt,
            s.NextPlan,
            s.Grants.Where(g => g.CoversAt(now) && g.Plan == plan).Max(g => g.Until),
            terms.Of(plan),
            await UsedAsync(now, cancellationToken),
            gateway.Provider);
    }

    private async Task<UsageView> UsedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var period = UsageMeter.PeriodOf(now);
        var meter = await db.UsageMeters.AsNoTracking().SingleOrDefaultAsync(u => u.Period == period, ct);
        return new UsageView(
            meter?.AssistantTurns ?? 0,
            meter?.VoiceSeconds ?? 0,
            await db.Products.CountAsync(p => p.ArchivedAt == null, ct),
            await db.Sessions.CountAsync(x => x.Number != null, ct),
            await db.Memberships.CountAsync(ct),
            UsageMeter.SpanOf(period).Until);
    }
}

/// <summary>What plans cost in the shop's currency; null when nothing is sold, or the provider does not answer and never did.</summary>
public sealed record GetPlanPrices : IQuery<IReadOnlyList<PlanPrice>?>;

internal sealed class GetPlanPricesHandler(IAppDbContext db, IBillingGateway gateway) : IQueryHandler<GetPlanPrices, IReadOnlyList<PlanPrice>?>
{
    public async Task<IReadOnlyList<PlanPrice>?> Handle(GetPlanPrices query, CancellationToken cancellationToken)
    {
        if (gateway.Provider == BillingProvider.None)
        {
            return null;
        }

        try
        {
            return await gateway.PricesAsync(await db.Tenants.Select(t => t.Currency).SingleAsync(cancellationToken), cancellationToken);
        }
        catch (BillingException)
        {
            // The page opens without prices; the adapter has logged why.
            return null;
        }
    }
}
