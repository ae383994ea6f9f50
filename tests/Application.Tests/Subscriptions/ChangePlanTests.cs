using Microsoft.EntityFrameworkCore;
using NSubstitute;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Subscriptions;

public sealed class ChangePlanTests
{
    private const BillingInterval Monthly = BillingInterval.Monthly;

    [Fact]
    public async Task A_larger_plan_comes_at_once_and_says_before_what_it_costs()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);

        var preview = (await town.SendAsync(new PreviewPlanChange(Plan.Business, Monthly))).Value!;
        Assert.Equal((new Money(25_000, Currency.Xof), null), (preview.DueNow, preview.From));
        Assert.True((await town.SendAsync(new ChangePlan(Plan.Business, Monthly, "form"))).IsOk);

        Assert.Equal(Plan.Business, (await town.ViewAsync()).Plan);
        Assert.Single(town.Provider.Asked, a => a.Kind == "change-now");
    }

    [Fact]
    public async Task A_card_that_is_declined_changes_nothing_and_the_bank_is_quoted()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Provider.Fails = new BillingException(BillingFailure.Card, "insufficient_funds", "Your card has insufficient funds.");

        var refused = await town.SendAsync(new ChangePlan(Plan.Business, Monthly, "form"));

        Assert.Equal("card_declined", refused.Error!.Code);
        Assert.Equal(["Your card has insufficient funds."], refused.Error.Values);
        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task A_smaller_plan_is_told_to_the_provider_in_the_last_hour_and_begins_with_the_next_period()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Business);
        var preview = (await town.SendAsync(new PreviewPlanChange(Plan.Pro, Monthly))).Value!;
        Assert.Equal((null, town.Now.AddDays(30)), (preview.DueNow, preview.From));
        Assert.True((await town.SendAsync(new ChangePlan(Plan.Pro, Monthly, "form"))).IsOk);
        Assert.Equal((Plan.Business, Plan.Pro), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).NextPlan));

        town.Clock.Advance(TimeSpan.FromDays(29));
        await town.SendAsync(new ReconcileBilling());
        Assert.DoesNotContain(town.Provider.Asked, a => a.Kind == "change-later");

        town.Clock.Advance(TimeSpan.FromHours(23.5));
        await town.SendAsync(new ReconcileBilling());
        await town.SendAsync(new ReconcileBilling());
        Assert.Single(town.Provider.Asked, a => a.Kind == "change-later");
        Assert.Equal(Plan.Business, (await town.ViewAsync()).Plan);

        town.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task A_missed_hour_is_made_up_for_after_the_renewal()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Business);
        await town.SendAsync(new ChangePlan(Plan.Pro, Monthly, "form"));
        town.Clock.Advance(TimeSpan.FromDays(31));
        town.Provider.Edit("sub_1", s => s with { PeriodStart = s.PeriodEnd, PeriodEnd = s.PeriodEnd.AddDays(30) });

        await town.SendAsync(new ReconcileBilling());
        town.Provider.Edit("sub_1", s => s with { PeriodStart = s.PeriodEnd, PeriodEnd = s.PeriodEnd.AddDays(30) });
        town.Clock.Advance(TimeSpan.FromDays(30));
        await town.SendAsync(new ReconcileBilling());

        Assert.Equal(Plan.Pro, town.Provider.Subscriptions[0].Plan);
        Assert.Equal((Plan.Pro, null), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).NextPlan));
    }

    [Fact]
    public async Task Choosing_the_present_plan_again_means_to_stay()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Business);
        await town.SendAsync(new ChangePlan(Plan.Pro, Monthly, "form"));

        Assert.True((await town.SendAsync(new ChangePlan(Plan.Business, Monthly, "form"))).IsOk);
        Assert.Null((await town.ViewAsync()).NextPlan);
        Assert.Equal(SubscriptionErrors.SamePlan, (await town.SendAsync(new ChangePlan(Plan.Business, Monthly, "form"))).Error);
    }

    [Fact]
    public async Task Cancelling_ends_with_the_period_and_can_be_taken_back()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);

        Assert.True((await town.SendAsync(new CancelSubscription(true, "a"))).IsOk);
        Assert.Equal((Plan.Pro, true), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).CancelAtPeriodEnd));
        Assert.True((await town.SendAsync(new CancelSubscription(false, "b"))).IsOk);
        Assert.Equal(SubscriptionErrors.NotCancelling, (await town.SendAsync(new CancelSubscription(false, "c"))).Error);
        await town.SendAsync(new CancelSubscription(true, "d"));

        town.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(Plan.Starter, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task A_paused_subscription_goes_on()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        Assert.Equal(SubscriptionErrors.NotPaused, (await town.SendAsync(new ResumeSubscription("a"))).Error);
        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.Paused });
        await town.SendAsync(new ReconcileBilling());
        Assert.Equal(Plan.Starter, (await town.ViewAsync()).Plan);

        Assert.True((await town.SendAsync(new ResumeSubscription("b"))).IsOk);

        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task A_number_over_the_plan_is_stopped_with_its_reason_and_comes_back_with_the_plan()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Business);
        var second = WhatsAppSession.Create(town.Shop.Id, 2, town.Now);
        second.Connect(town.Now);
        second.Opened(town.Now);
        await town.Shop.SaveAsync(db => db.Sessions.Add(second));

        town.Provider.Edit("sub_1", s => s with { Plan = Plan.Pro });
        await town.SendAsync(new ReconcileBilling());

        var stopped = await town.Shop.ReadAsync(db => db.Sessions.AsNoTracking().OrderBy(s => s.Position).ToListAsync());
        Assert.Equal([SessionState.Connected, SessionState.Failed], stopped.Select(s => s.State));
        Assert.Equal(WhatsAppSession.PlanLimit, stopped[1].LastError!.Code);
        await town.Sessions.Received(1).StopAsync(new DueSession(town.Shop.Id, second.Id), Arg.Any<CancellationToken>());

        town.Provider.Edit("sub_1", s => s with { Plan = Plan.Business });
        await town.SendAsync(new ReconcileBilling());
        await town.Sessions.Received(1).ResumeAsync(new DueSession(town.Shop.Id, second.Id), Arg.Any<CancellationToken>());
    }
}
