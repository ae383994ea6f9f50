using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Domain.Tests.Subscriptions;

/// <summary>What the provider says, and what the shop may do then.</summary>
public sealed class FollowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Shop = Id.New<TenantId>();

    [Theory]
    [InlineData(SubscriptionStatus.Active, Plan.Business)]
    [InlineData(SubscriptionStatus.Trialing, Plan.Business)]
    [InlineData(SubscriptionStatus.PastDue, Plan.Business)]
    [InlineData(SubscriptionStatus.Unpaid, Plan.Starter)]
    [InlineData(SubscriptionStatus.Paused, Plan.Starter)]
    [InlineData(SubscriptionStatus.Canceled, Plan.Starter)]
    [InlineData(SubscriptionStatus.Incomplete, Plan.Starter)]
    public void A_status_opens_the_plan_or_leaves_Starter(SubscriptionStatus status, Plan plan)
    {
        var subscription = AfterTrial();

        subscription.Follow(State() with { Status = status, PastDueSince = Noon }, Noon);

        Assert.Equal(plan, subscription.PlanAt(Noon));
    }

    [Fact]
    public void A_word_of_tomorrow_takes_nothing_before_the_grace_and_gives_nothing()
    {
        var known = Following(State());
        known.Follow(State() with { Status = SubscriptionStatus.Unknown, Plan = Plan.Business }, Noon);
        var stranger = AfterTrial();
        stranger.Follow(State() with { Status = SubscriptionStatus.Unknown }, Noon);

        Assert.Equal(Plan.Business, known.PlanAt(Noon.AddDays(36)));
        Assert.Equal(Plan.Starter, known.PlanAt(Noon.AddDays(37)));
        Assert.Equal(Plan.Starter, stranger.PlanAt(Noon));
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, 1, null)]
    [InlineData(SubscriptionStatus.PastDue, 6, null)]
    [InlineData(SubscriptionStatus.PastDue, 7, SubscriptionStatus.Unpaid)]
    [InlineData(SubscriptionStatus.Unpaid, 1, SubscriptionStatus.Unpaid)]
    [InlineData(SubscriptionStatus.Paused, 1, SubscriptionStatus.Paused)]
    [InlineData(SubscriptionStatus.Canceled, 1, null)]
    public void What_recurs_and_gives_nothing_says_why(SubscriptionStatus status, int days, SubscriptionStatus? halted)
    {
        var subscription = Subscription.StartTrial(Shop, Noon.AddDays(-20));
        subscription.Follow(new BillingState("sub_1", "si_1", Plan.Pro, BillingInterval.Monthly, status, Noon, Noon, Noon.AddDays(30), PastDueSince: Noon), Noon);

        Assert.Equal(halted, subscription.HaltedAt(Noon.AddDays(days)));
    }

    [Fact]
    public void A_failed_payment_takes_nothing_for_seven_days()
    {
        var subscription = Following(State());
        subscription.Follow(State() with { Status = SubscriptionStatus.PastDue, PastDueSince = Noon }, Noon.AddDays(2));

        Assert.Equal(Noon.AddDays(7), subscription.GraceEndsAt);
        Assert.Equal(Plan.Business, subscription.PlanAt(Noon.AddDays(7).AddTicks(-1)));
        Assert.Equal(Plan.Starter, subscription.PlanAt(Noon.AddDays(7)));

        subscription.Follow(State(), Noon.AddDays(8));
        Assert.Equal((Plan.Business, null), (subscription.PlanAt(Noon.AddDays(8)), subscription.GraceEndsAt));
    }

    [Fact]
    public void Silence_after_the_period_is_forgiven_for_the_grace_but_a_cancelled_period_just_ends()
    {
        var renewing = Following(State());
        var ending = Following(State() with { CancelAtPeriodEnd = true });

        Assert.Equal((Plan.Business, Plan.Starter), (renewing.PlanAt(Noon.AddDays(36)), renewing.PlanAt(Noon.AddDays(37))));
        Assert.Equal((Plan.Business, Plan.Starter), (ending.PlanAt(Noon.AddDays(30).AddTicks(-1)), ending.PlanAt(Noon.AddDays(30))));
    }

    [Fact]
    public void Subscribing_during_the_trial_keeps_the_trial_and_a_payment_that_never_came_takes_nothing_of_it()
    {
        var subscription = Subscription.StartTrial(Shop, Noon);

        subscription.Follow(State() with { Status = SubscriptionStatus.Incomplete }, Noon);

        Assert.Equal((Plan.Pro, 14), (subscription.PlanAt(Noon), subscription.TrialDaysLeftAt(Noon)));
        subscription.Follow(State() with { Status = SubscriptionStatus.Trialing, TrialEndsAt = Noon.AddDays(14), PeriodEnd = Noon.AddDays(14) }, Noon);
        Assert.Equal((Plan.Business, 14), (subscription.PlanAt(Noon), subscription.TrialDaysLeftAt(Noon)));
    }

    [Fact]
    public void A_smaller_plan_begins_with_the_next_period_whether_the_provider_hears_of_it_before_or_after()
    {
        var smaller = State() with { Plan = Plan.Pro };
        var early = Following(State());
        early.ScheduleChange(Plan.Pro, BillingInterval.Monthly);
        Assert.False(early.IsChangeDueAt(Noon.AddDays(29)));
        Assert.True(early.IsChangeDueAt(Noon.AddDays(30).AddHours(-1)));

        early.Follow(smaller, Noon.AddDays(30).AddHours(-1));
        Assert.Equal(Plan.Business, early.PlanAt(Noon.AddDays(30).AddTicks(-1)));
        Assert.Equal(Plan.Pro, early.PlanAt(Noon.AddDays(30)));

        early.Follow(smaller with { PeriodStart = Noon.AddDays(30), PeriodEnd = Noon.AddDays(60) }, Noon.AddDays(30).AddHours(1));
        Assert.Equal((Plan.Pro, null), (early.PlanAt(Noon.AddDays(30).AddHours(1)), early.NextPlan));
    }

    [Fact]
    public void A_larger_plan_forgets_the_smaller_one_that_was_to_come_only_when_it_is_there()
    {
        var subscription = Following(State() with { Plan = Plan.Pro });

        Assert.Equal(SubscriptionErrors.SamePlan, subscription.ScheduleChange(Plan.Pro, BillingInterval.Monthly).Error);
        Assert.True(subscription.ScheduleChange(Plan.Pro, BillingInterval.Yearly).IsOk);
        subscription.ForgetNextPlan();

        Assert.Equal((null, null), (subscription.NextPlan, subscription.NextInterval));
        Assert.Equal(SubscriptionErrors.NotSubscribed, AfterTrial().ScheduleChange(Plan.Pro, BillingInterval.Monthly).Error);
    }

    [Fact]
    public void What_an_operator_gave_at_the_start_lies_beside_what_is_paid()
    {
        var subscription = Subscription.Grant(Shop, Plan.Business, Noon);

        subscription.Follow(State() with { Plan = Plan.Pro }, Noon);
        subscription.Follow(State() with { Plan = Plan.Pro }, Noon);

        Assert.Single(subscription.Grants);
        Assert.Equal(Plan.Business, subscription.PlanAt(Noon.AddYears(5)));
    }

    [Fact]
    public void Of_several_the_best_status_counts_then_the_newest_in_whatever_order_they_are_named()
    {
        BillingState[] all =
        [
            State() with { Id = "a", Status = SubscriptionStatus.Canceled, CreatedAt = Noon.AddDays(9) },
            State() with { Id = "b", CreatedAt = Noon.AddDays(1) },
            State() with { Id = "c", CreatedAt = Noon.AddDays(2) },
            State() with { Id = "d", Status = SubscriptionStatus.PastDue, CreatedAt = Noon.AddDays(3) },
        ];

        Assert.Equal("c", BillingState.Choose(all)!.Id);
        Assert.Equal("c", BillingState.Choose(all.Reverse())!.Id);
        Assert.Null(BillingState.Choose([]));
    }

    [Fact]
    public void When_nothing_recurs_any_more_it_is_over_and_nothing_is_due()
    {
        var subscription = Following(State());
        subscription.ScheduleChange(Plan.Pro, BillingInterval.Monthly);

        subscription.Follow(null, Noon.AddDays(1));

        Assert.Equal((SubscriptionStatus.Canceled, Plan.Starter, false), (subscription.Status, subscription.PlanAt(Noon.AddDays(1)), subscription.IsChangeDueAt(Noon.AddDays(30))));
    }

    private static BillingState State() =>
        new("sub_1", "si_1", Plan.Business, BillingInterval.Monthly, SubscriptionStatus.Active, Noon, Noon, Noon.AddDays(30));

    private static Subscription Following(BillingState state)
    {
        var subscription = AfterTrial();
        subscription.Follow(state, Noon);
        return subscription;
    }

    private static Subscription AfterTrial() => Subscription.StartTrial(Shop, Noon.AddDays(-20));
}
