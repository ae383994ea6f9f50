using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>
/// What a shop is entitled to: its trial (given once, at sign-up), what recurs at the billing provider, and prepaid
/// periods. The plan in force is asked with the time, so that ends come by themselves. Never mute: the least is Starter.
/// </summary>
public sealed partial class Subscription : AggregateRoot, ITenantOwned
{
    private const int MaxTold = 50;
    public static readonly TimeSpan TrialLength = TimeSpan.FromDays(14);

    /// <summary>How long a failed payment, or silence of the provider after the period's end, takes nothing away.</summary>
    public static readonly TimeSpan GraceLength = TimeSpan.FromDays(7);

    private Subscription()
    {
    }

    public TenantId TenantId { get; private set; }

    /// <summary>Of what recurs (or was tried, or given at the start); see <see cref="PlanAt"/> for the one in force.</summary>
    public Plan Plan { get; private set; }

    public BillingInterval? Interval { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>End of what was given at the start; null = without end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The one trial of this shop, also after it is over.</summary>
    public DateTimeOffset? TrialEndsAt { get; private set; }

    public DateTimeOffset? PeriodStart { get; private set; }

    public DateTimeOffset? PeriodEnd { get; private set; }

    public bool CancelAtPeriodEnd { get; private set; }

    /// <summary>When the first payment of those that failed in a row did.</summary>
    public DateTimeOffset? PastDueSince { get; private set; }

    /// <summary>A smaller plan that begins with the next period.</summary>
    public Plan? NextPlan { get; private set; }

    public BillingInterval? NextInterval { get; private set; }

    /// <summary>End of the period in which it was chosen.</summary>
    public DateTimeOffset? NextPlanFrom { get; private set; }

    /// <summary>The provider's names; null until there is something there.</summary>
    public string? CustomerId { get; private set; }

    public string? ExternalId { get; private set; }

    public string? ItemId { get; private set; }

    /// <summary>What the owners were written about, so that nobody is told twice.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    /// <summary>Whether something recurs at the provider, in whatever state.</summary>
    public bool IsRecurring => ExternalId is not null && Status.IsLive();

    /// <summary>A shop that signed up: Pro for 14 days without a card, once.</summary>
    public static Subscription StartTrial(TenantId tenantId, DateTimeOffset at) => new()
    {
        TenantId = tenantId,
        Plan = Plan.Pro,
        Status = SubscriptionStatus.Trialing,
        StartedAt = at,
        TrialEndsAt = at + TrialLength,
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

    public bool IsTrialAt(DateTimeOffset now) => Status == SubscriptionStatus.Trialing && now < TrialEndsAt;

    public int TrialDaysLeftAt(DateTimeOffset now) => IsTrialAt(now) ? (int)Math.Ceiling((TrialEndsAt!.Value - now).TotalDays) : 0;

    /// <summary>The best of what recurs, the trial, and prepaid periods.</summary>
    public Plan PlanAt(DateTimeOffset now)
    {
        var best = RecurringPlanAt(now);
        if (now < TrialEndsAt && best < Plan.Pro)
        {
            best = Plan.Pro;
        }

        return Grants.Where(grant => grant.CoversAt(now)).Select(grant => grant.Plan).Append(best).Max();
    }

    /// <summary>The one place where limits come from.</summary>
    public Entitlements EntitlementsAt(DateTimeOffset now, PlanTerms terms) => terms.Of(PlanAt(now));

    /// <summary>Until when a failed payment takes nothing away; null when none failed.</summary>
    public DateTimeOffset? GraceEndsAt => Status == SubscriptionStatus.PastDue ? PastDueSince + GraceLength : null;

    /// <summary>Why what recurs gives nothing although it is not over: unpaid or paused; null when it gives something, or is over.</summary>
    public SubscriptionStatus? HaltedAt(DateTimeOffset now) => Status switch
    {
        _ when !IsRecurring => null,
        SubscriptionStatus.Unpaid or SubscriptionStatus.Paused => Status,
        SubscriptionStatus.PastDue when now >= GraceEndsAt => SubscriptionStatus.Unpaid,
        _ => null,
    };

    public void BelongsTo(string customerId) => CustomerId ??= customerId;

    /// <summary>The provider forgot the customer: what recurred is over, and the next purchase makes a new one.</summary>
    public void LoseCustomer()
    {
        EndRecurring();
        CustomerId = null;
    }

    /// <summary>Takes over what the provider says now. Again, late or out of order: the same state, the same result.</summary>
    public void Follow(BillingState? state, DateTimeOffset at)
    {
        if (state?.Status == SubscriptionStatus.Unknown)
        {
            // A word of tomorrow: what is known holds until the period's end and the grace, and nothing more is given.
            return;
        }

        if (state is null or { Status: SubscriptionStatus.Incomplete })
        {
            EndRecurring();
            return;
        }

        KeepWhatWasGiven(at);
        PastDueSince = state.Status == SubscriptionStatus.PastDue ? state.PastDueSince ?? PastDueSince ?? at : null;
        (Plan, Interval, Status) = (PaidPlan(state, at), state.Interval, state.Status);
        (ExternalId, ItemId) = (state.Id, state.ItemId);
        (PeriodStart, PeriodEnd, CancelAtPeriodEnd) = (state.PeriodStart, state.PeriodEnd, state.CancelAtPeriodEnd && state.Status.IsLive());
        TrialEndsAt = state.TrialEndsAt > TrialEndsAt || TrialEndsAt is null ? state.TrialEndsAt : TrialEndsAt;
        if (!state.Status.IsLive() || CancelAtPeriodEnd || NextPlanIsThere(state, at))
        {
            (NextPlan, NextInterval, NextPlanFrom) = (null, null, null);
        }

        Raise(new SubscriptionChanged(TenantId));
    }

    /// <summary>A smaller plan from the next period on; the present one stays until then.</summary>
    public Result ScheduleChange(Plan plan, BillingInterval interval)
    {
        if (!IsRecurring)
        {
            return SubscriptionErrors.NotSubscribed;
        }

        if (plan == Plan && interval == Interval)
        {
            return SubscriptionErrors.SamePlan;
        }

        (NextPlan, NextInterval, NextPlanFrom) = (plan, interval, PeriodEnd);
        Raise(new SubscriptionChanged(TenantId));
        return Result.Ok;
    }

    /// <summary>The vendor stays where she is after all.</summary>
    public void ForgetNextPlan()
    {
        (NextPlan, NextInterval, NextPlanFrom) = (null, null, null);
        Raise(new SubscriptionChanged(TenantId));
    }

    /// <summary>
    /// The next plan has to be told to the provider: in the last hour, so that the next invoice is right, or whenever the
    /// hour was missed.
    /// </summary>
    public bool IsChangeDueAt(DateTimeOffset now) => NextPlan is not null && IsRecurring && NextPlanFrom - TimeSpan.FromHours(1) <= now;

    /// <summary>Whether this has still to be told; it counts as told from now on.</summary>
    public bool Tell(string what)
    {
        if (Told.Contains(what))
        {
            return false;
        }

        Told = [.. Told.TakeLast(MaxTold - 1), what];
        return true;
    }

    private Plan RecurringPlanAt(DateTimeOffset now) => Status switch
    {
        SubscriptionStatus.Active or SubscriptionStatus.Trialing when ExternalId is not null => PaidPlanAt(now),
        SubscriptionStatus.Active => EndsAt is null || now < EndsAt ? Plan : Plan.Starter,
        SubscriptionStatus.PastDue => now < GraceEndsAt ? Plan : Plan.Starter,
        _ => Plan.Starter,
    };

    private Plan PaidPlanAt(DateTimeOffset now) => now < PeriodEnd
        ? Plan
        : now < PeriodEnd + Patience ? NextPlan ?? Plan : Plan.Starter;

    /// <summary>A period that is to end ends; one that is to go on waits for the provider's word.</summary>
    private TimeSpan Patience => CancelAtPeriodEnd ? TimeSpan.Zero : GraceLength;

    private bool Knows(BillingState state) => ExternalId == state.Id;

    /// <summary>What is paid until the period's end stays, also when the provider knows the next plan already.</summary>
    private Plan PaidPlan(BillingState state, DateTimeOffset at) =>
        Knows(state) && NextPlan == state.Plan && state.Plan < Plan && at < PeriodEnd && state.PeriodStart < PeriodEnd ? Plan : state.Plan;

    private bool NextPlanIsThere(BillingState state, DateTimeOffset at) =>
        NextPlan == state.Plan && NextInterval == state.Interval && (at >= PeriodEnd || Plan == state.Plan);

    /// <summary>What an operator gave at the start goes on beside what is paid.</summary>
    private void KeepWhatWasGiven(DateTimeOffset at)
    {
        if (ExternalId is null && Status == SubscriptionStatus.Active && (EndsAt is null || at < EndsAt))
        {
            Grants = [.. Grants, new PlanGrant(Guid.CreateVersion7(), Plan, StartedAt, EndsAt, GrantSource.Operator)];
        }
    }

    private void EndRecurring()
    {
        if (ExternalId is null)
        {
            return;
        }

        (Status, CancelAtPeriodEnd, PastDueSince, NextPlan, NextInterval, NextPlanFrom) = (SubscriptionStatus.Canceled, false, null, null, null, null);
        Raise(new SubscriptionChanged(TenantId));
    }
}
