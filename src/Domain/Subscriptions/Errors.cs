using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

public static class SubscriptionErrors
{
    public static readonly Error NothingToCancel = new("nothing_to_cancel", "There is no running subscription that could be cancelled.");

    public static readonly Error NotCancelling = new("not_cancelling", "This subscription is not about to end.");

    public static readonly Error AlreadySubscribed = new("already_subscribed", "This shop has a subscription already; change its plan instead.");

    public static readonly Error NotSubscribed = new("not_subscribed", "This shop has no subscription yet.");

    public static readonly Error SamePlan = new("same_plan", "This is the plan that the shop is on.");

    public static readonly Error NotPaused = new("not_paused", "This subscription is not paused.");

    public static readonly Error GrantLength = new("grant_length", $"A plan is granted for 1 to {Subscription.MaxGrantDays} days.", Subscription.MaxGrantDays);

    public static readonly Error StarterIsFree = new("starter_is_free", "Starter needs no subscription and no grant.");

    public static readonly Error TurnsUsedUp = new("turns_used_up", "The month's answers were used up meanwhile.");

    public static readonly Error VoiceUsedUp = new("voice_used_up", "The month's voice minutes were used up meanwhile.");

    public static Error PeopleLimit(int limit) => new("people_limit", $"This plan holds {limit} people.", limit);
}
