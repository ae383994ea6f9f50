using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Domain.Tests.Subscriptions;

/// <summary>Prepaid periods, and what is counted of a month.</summary>
public sealed class GrantAndMeterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Shop = Id.New<TenantId>();

    [Fact]
    public void Prepaid_days_of_one_plan_add_up_and_the_better_plan_counts()
    {
        var subscription = AfterTrial();

        subscription.GrantDays(Plan.Pro, 30, GrantSource.Payment, Noon);
        subscription.GrantDays(Plan.Pro, 30, GrantSource.Payment, Noon.AddDays(10));
        subscription.GrantDays(Plan.Business, 5, GrantSource.Operator, Noon);

        Assert.Equal(Plan.Business, subscription.PlanAt(Noon.AddDays(4)));
        Assert.Equal(Plan.Pro, subscription.PlanAt(Noon.AddDays(60).AddTicks(-1)));
        Assert.Equal(Plan.Starter, subscription.PlanAt(Noon.AddDays(60)));
    }

    [Fact]
    public void A_grant_needs_a_plan_that_costs_something_and_a_length_that_makes_sense()
    {
        var subscription = AfterTrial();

        Assert.Equal(SubscriptionErrors.StarterIsFree, subscription.GrantDays(Plan.Starter, 30, GrantSource.Operator, Noon).Error);
        Assert.Equal(SubscriptionErrors.GrantLength, subscription.GrantDays(Plan.Pro, 0, GrantSource.Operator, Noon).Error);
        Assert.Equal(SubscriptionErrors.GrantLength, subscription.GrantDays(Plan.Pro, 3_661, GrantSource.Operator, Noon).Error);
        Assert.Empty(subscription.Grants);
    }

    [Fact]
    public void A_grant_that_is_taken_back_ends_now_and_one_that_is_over_cannot_be()
    {
        var subscription = AfterTrial();
        var grant = subscription.GrantDays(Plan.Pro, 30, GrantSource.Operator, Noon).Value!;

        Assert.True(subscription.EndGrant(grant.Id, Noon.AddDays(3)).IsOk);
        Assert.Equal((Plan.Pro, Plan.Starter), (subscription.PlanAt(Noon.AddDays(2)), subscription.PlanAt(Noon.AddDays(3))));
        Assert.Equal(Error.NotFound, subscription.EndGrant(grant.Id, Noon.AddDays(4)).Error);
    }

    [Fact]
    public void A_reminder_is_taken_once_and_not_when_another_period_follows()
    {
        var subscription = AfterTrial();
        subscription.GrantDays(Plan.Pro, 10, GrantSource.Payment, Noon);

        Assert.Empty(subscription.TakeReminders(Noon.AddDays(6), TimeSpan.FromDays(3)));
        Assert.Single(subscription.TakeReminders(Noon.AddDays(7), TimeSpan.FromDays(3)));
        Assert.Empty(subscription.TakeReminders(Noon.AddDays(8), TimeSpan.FromDays(3)));

        var followed = AfterTrial();
        followed.GrantDays(Plan.Pro, 10, GrantSource.Payment, Noon);
        followed.GrantDays(Plan.Pro, 10, GrantSource.Payment, Noon);
        Assert.Empty(followed.TakeReminders(Noon.AddDays(9), TimeSpan.FromDays(3)));
    }

    [Fact]
    public void Each_threshold_is_announced_once_a_month()
    {
        var limits = PlanTerms.Default.Starter with { AssistantTurns = 10, VoiceMinutes = 1 };
        var meter = new UsageMeter(Shop, 202611);
        List<int> announced = [];
        for (var turn = 0; turn < 12; turn++)
        {
            meter.CountTurn();
            announced.AddRange(meter.CrossedOf(limits).Select(crossed => crossed.Percent));
        }

        Assert.Equal([80, 100], announced);
        Assert.Equal(2, meter.Events.Count);
    }

    [Fact]
    public void Voice_uses_the_plan_up_as_turns_do_and_a_jump_announces_the_highest()
    {
        var meter = new UsageMeter(Shop, 202611);
        meter.CountVoice(60);

        Assert.Equal(new UsageThresholdReached(Shop, UsageKind.Voice, 100), Assert.Single(meter.CrossedOf(PlanTerms.Default.Starter with { VoiceMinutes = 1 })));
        Assert.True(meter.Recount(3, 60));
        Assert.False(meter.Recount(3, 60));
    }

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(79, 100, 79)]
    [InlineData(5, 1_000_000, 0)]
    [InlineData(long.MaxValue / 100, 1, 999)]
    public void Percent_never_overflows_and_nothing_is_always_used_up(long used, long limit, int percent) =>
        Assert.Equal(percent, UsageMeter.PercentOf(used, limit));

    [Fact]
    public void A_period_is_a_calendar_month() =>
        Assert.Equal((new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), UsageMeter.SpanOf(202612));

    private static Subscription AfterTrial() => Subscription.StartTrial(Shop, Noon.AddDays(-20));
}
