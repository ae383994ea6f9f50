using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Domain.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Shop = Id.New<TenantId>();

    [Fact]
    public void A_trial_is_Pro_for_fourteen_days_and_then_Starter()
    {
        var trial = Subscription.StartTrial(Shop, Noon);

        Assert.Equal(Plan.Pro, trial.PlanAt(Noon));
        Assert.Equal(Plan.Pro, trial.PlanAt(Noon.AddDays(14).AddTicks(-1)));
        Assert.Equal(Plan.Starter, trial.PlanAt(Noon.AddDays(14)));
        Assert.Equal(14, trial.TrialDaysLeftAt(Noon));
        Assert.Equal(0, trial.TrialDaysLeftAt(Noon.AddDays(15)));
    }

    [Fact]
    public void A_granted_plan_without_end_does_not_end() =>
        Assert.Equal(Plan.Business, Subscription.Grant(Shop, Plan.Business, Noon).PlanAt(Noon.AddYears(20)));

    [Fact]
    public void A_granted_plan_with_an_end_becomes_Starter()
    {
        var granted = Subscription.Grant(Shop, Plan.Business, Noon, Noon.AddDays(30));

        Assert.True(granted.EntitlementsAt(Noon.AddDays(29), PlanTerms.Default).Api);
        Assert.Equal(PlanTerms.Default.Starter, granted.EntitlementsAt(Noon.AddDays(30), PlanTerms.Default));
    }
}
