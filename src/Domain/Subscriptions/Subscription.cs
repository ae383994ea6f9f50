using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

public enum SubscriptionStatus
{
    Active = 1,
    Trialing = 2,
    PastDue = 3,
    Canceled = 4,
}

/// <summary>
/// The plan a shop is on. A trial is given once, at sign-up; when it ends the shop is Starter without anybody doing
/// anything, because the plan in force is asked with the time.
/// </summary>
public sealed class Subscription : AggregateRoot, ITenantOwned
{
    public static readonly TimeSpan TrialLength = TimeSpan.FromDays(14);

    private Subscription()
    {
    }

    public TenantId TenantId { get; private set; }

    public Plan Plan { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    /// <summary>End of what was granted or tried; null = without end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>A shop that signed up: Pro for 14 days without a card, once.</summary>
    public static Subscription StartTrial(TenantId tenantId, DateTimeOffset at) => new()
    {
        TenantId = tenantId,
        Plan = Plan.Pro,
        Status = SubscriptionStatus.Trialing,
        StartedAt = at,
        EndsAt = at + TrialLength,
    };

    /// <summary>A shop that an operator brings in.</summary>
    public static Subscription Grant(TenantId tenantId, Plan plan, DateTimeOffset at, DateTimeOffset? endsAt = null) => new()
    {
        TenantId = tenantId,
        Plan = plan,
        Status = SubscriptionStatus.Active,
        StartedAt = at,
        EndsAt = endsAt,
    };

    public bool IsTrialAt(DateTimeOffset now) => Status == SubscriptionStatus.Trialing && now < EndsAt;

    public Plan PlanAt(DateTimeOffset now) =>
        Status is SubscriptionStatus.Active or SubscriptionStatus.Trialing && (EndsAt is null || now < EndsAt) ? Plan : Plan.Starter;

    /// <summary>The one place where limits come from.</summary>
    public Entitlements EntitlementsAt(DateTimeOffset now, PlanTerms terms) => terms.Of(PlanAt(now));

    public int TrialDaysLeftAt(DateTimeOffset now) => IsTrialAt(now) ? (int)Math.Ceiling((EndsAt!.Value - now).TotalDays) : 0;
}
