using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>What can be done with a plan from where the shop is.</summary>
public enum PlanStep
{
    None = 0,

    /// <summary>To the page where the vendor pays.</summary>
    Subscribe = 1,

    /// <summary>To the page that says what a change means.</summary>
    Change = 2,

    /// <summary>Down to Starter: what recurs ends.</summary>
    Cancel = 3,
}

/// <param name="IsCurrent">In force now.</param>
/// <param name="Price">For the interval shown; null = free, or not sold.</param>
public sealed record PlanCard(
    Plan Plan, Entitlements Limits, Money? Price, BillingInterval Interval, bool IsCurrent, bool IsNext, PlanStep Step, bool Fits, bool IsUp)
{
    public static IReadOnlyList<PlanCard> Of(SubscriptionView now, PlanTerms terms, IReadOnlyList<PlanPrice>? prices, BillingInterval interval) =>
        [.. Enum.GetValues<Plan>().Select(plan =>
        {
            var price = prices?.FirstOrDefault(p => p.Plan == plan && p.Interval == interval)?.Amount;
            return new PlanCard(
                plan,
                terms.Of(plan),
                price,
                interval,
                plan == now.Plan,
                plan == now.NextPlan,
                StepOf(now, plan, interval, price is not null),
                now.Used.FitsIn(terms.Of(plan)),
                plan > now.Plan);
        })];

    private static PlanStep StepOf(SubscriptionView now, Plan plan, BillingInterval interval, bool isSold)
    {
        if (now.Provider == BillingProvider.None)
        {
            return PlanStep.None;
        }

        if (plan == Plan.Starter)
        {
            return now.IsRecurring && !now.CancelAtPeriodEnd ? PlanStep.Cancel : PlanStep.None;
        }

        if (!now.IsRecurring)
        {
            return isSold ? PlanStep.Subscribe : PlanStep.None;
        }

        var stays = plan == now.PaidPlan && interval == now.Interval && now.NextPlan is null;
        return stays || !isSold ? PlanStep.None : PlanStep.Change;
    }
}
