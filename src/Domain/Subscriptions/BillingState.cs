namespace WaSaas.Domain.Subscriptions;

/// <summary>What the billing provider says of one subscription, in our words. Its ids are opaque.</summary>
public sealed record BillingState(
    string Id,
    string ItemId,
    Plan Plan,
    BillingInterval Interval,
    SubscriptionStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    DateTimeOffset? TrialEndsAt = null,
    DateTimeOffset? PastDueSince = null,
    bool CancelAtPeriodEnd = false)
{
    private static readonly SubscriptionStatus[] BestFirst =
    [
        SubscriptionStatus.Active, SubscriptionStatus.Trialing, SubscriptionStatus.PastDue, SubscriptionStatus.Paused, SubscriptionStatus.Unpaid,
        SubscriptionStatus.Unknown, SubscriptionStatus.Incomplete, SubscriptionStatus.Canceled,
    ];

    /// <summary>
    /// The one that counts when there are several: by status, then the newest. Null when there is none. Does not depend on
    /// the order in which they are named, so that any order of notices leads to the same end.
    /// </summary>
    public static BillingState? Choose(IEnumerable<BillingState> all) => all
        .OrderBy(state => Array.IndexOf(BestFirst, state.Status))
        .ThenByDescending(state => state.CreatedAt)
        .ThenByDescending(state => state.Id, StringComparer.Ordinal)
        .FirstOrDefault();
}
