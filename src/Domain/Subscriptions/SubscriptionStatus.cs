namespace WaSaas.Domain.Subscriptions;

/// <summary>Where a subscription stands; the words are those of card billing.</summary>
public enum SubscriptionStatus
{
    Active = 1,
    Trialing = 2,

    /// <summary>The last payment failed and is tried again; full plan within the grace.</summary>
    PastDue = 3,
    Canceled = 4,

    /// <summary>Tries are used up.</summary>
    Unpaid = 5,

    /// <summary>The trial ended without a way to pay.</summary>
    Paused = 6,

    /// <summary>The first payment is still open: nothing was bought yet.</summary>
    Incomplete = 7,

    /// <summary>A word that this program does not know: what was there before holds, and nothing more.</summary>
    Unknown = 8,
}

public enum BillingInterval
{
    Monthly = 1,
    Yearly = 2,
}

public static class SubscriptionStatuses
{
    /// <summary>Something that is paid for, or may be again without a new checkout.</summary>
    public static bool IsLive(this SubscriptionStatus status) => status is not (SubscriptionStatus.Canceled or SubscriptionStatus.Incomplete);
}
