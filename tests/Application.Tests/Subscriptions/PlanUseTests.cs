using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Subscriptions;

public sealed class PlanUseTests
{
    [Fact]
    public async Task Of_twenty_who_add_at_once_with_one_place_left_one_gets_it()
    {
        await using var town = await BillingTown.OpenAsync();
        for (var i = 1; i < PlanTerms.Default.Starter.Products; i++)
        {
            await town.SendAsync(new AddProduct(new ProductDetails($"Pagne {i}", 1_000)));
        }

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => town.SendAsync(new AddProduct(new ProductDetails($"Bazin {n}", 1_000)))));

        Assert.Single(added, a => a.IsOk);
        Assert.All(added.Where(a => !a.IsOk), a => Assert.Equal(ProductErrors.LimitReached(0), a.Error));
    }

    [Fact]
    public async Task A_counted_turn_announces_the_thresholds_and_a_used_up_month_leaves_the_embedded_assistant()
    {
        await using var town = await BillingTown.OpenAsync();
        var limit = PlanTerms.Default.Starter.AssistantTurns;
        await town.Shop.SendAsync(new ChangeModelConsent(Given: true));
        await town.Shop.SaveAsync(db =>
        {
            var meter = new UsageMeter(town.Shop.Id, UsageMeter.PeriodOf(town.Now));
            meter.Recount(limit - 1, 0);
            db.UsageMeters.Add(meter);
        });
        var heard = await town.Shop.HearAsync("Bonjour");
        town.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotNull(await town.Shop.AnswerAsync(heard.ConversationId));

        Assert.True(town.Installation.Assistant.Asked.Single().ModelAllowed);
        Assert.Contains(town.Installation.Live.Announced, a => a.Topic == Common.LiveTopics.Plan);
        await town.Shop.HearAsync("Et le bazin ?");
        town.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await town.Shop.AnswerAsync(heard.ConversationId));
        Assert.False(town.Installation.Assistant.Asked[^1].ModelAllowed);
        Assert.Equal(limit + 1, (await town.ViewAsync()).Used.Turns);
    }

    [Fact]
    public async Task A_recount_sets_the_month_to_what_happened()
    {
        await using var town = await BillingTown.OpenAsync();
        var heard = await town.Shop.HearAsync("Bonjour");
        town.Clock.Advance(TimeSpan.FromSeconds(10));
        await town.Shop.AnswerAsync(heard.ConversationId);
        Assert.False((await town.SendAsync(new ReconcileUsage())).Value);

        await town.Shop.ReadAsync(db => db.UsageMeters.ExecuteUpdateAsync(set => set.SetProperty(u => u.AssistantTurns, 40)));

        Assert.True((await town.SendAsync(new ReconcileUsage())).Value);
        Assert.Equal(1, (await town.ViewAsync()).Used.Turns);
        town.Clock.Advance(TimeSpan.FromDays(10));
        Assert.False((await town.SendAsync(new ReconcileUsage())).Value);
        Assert.Equal(0, (await town.ViewAsync()).Used.Turns);
    }

    [Fact]
    public async Task A_prepaid_period_opens_the_plan_and_its_end_is_told_once()
    {
        await using var town = await BillingTown.OpenAsync();

        Assert.True((await town.SendAsync(new GrantPlan(Plan.Pro, 10, GrantSource.Operator))).IsOk);

        var view = await town.ViewAsync();
        Assert.Equal((Plan.Pro, town.Now.AddDays(10), false), (view.Plan, view.GrantEndsAt, view.IsRecurring));
        town.Clock.Advance(TimeSpan.FromDays(8));
        await town.SendAsync(new RemindOwners());
        await town.SendAsync(new RemindOwners());
        Assert.Contains("Pro plan ends soon", Assert.Single(town.Mails).Subject, StringComparison.Ordinal);
        town.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Plan.Starter, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task Owners_are_written_of_the_trials_end_a_failed_payment_and_a_used_up_month_each_once()
    {
        await using var trial = await BillingTown.OpenAsync(inTrial: true);
        trial.Clock.Advance(TimeSpan.FromDays(10));
        await trial.SendAsync(new RemindOwners());
        Assert.Empty(trial.Mails);
        trial.Clock.Advance(TimeSpan.FromDays(1.5));
        await trial.SendAsync(new RemindOwners());
        await trial.SendAsync(new RemindOwners());
        Assert.Equal("Your trial ends soon", Assert.Single(trial.Mails).Subject);

        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.PastDue, PastDueSince = town.Now });
        await town.SendAsync(new ReconcileBilling());
        await town.Shop.SaveAsync(db =>
        {
            var meter = new UsageMeter(town.Shop.Id, UsageMeter.PeriodOf(town.Now));
            meter.Recount(PlanTerms.Default.Pro.AssistantTurns, 0);
            meter.CrossedOf(PlanTerms.Default.Pro);
            db.UsageMeters.Add(meter);
        });
        await town.SendAsync(new RemindOwners());
        await town.SendAsync(new RemindOwners());
        Assert.Equal(["A payment did not go through", "This month’s plan is used up"], town.Mails.Select(m => m.Subject));
    }

    [Fact]
    public async Task Days_of_the_trial_that_are_left_are_kept_when_a_plan_is_bought()
    {
        await using var town = await BillingTown.OpenAsync(inTrial: true);

        Assert.Equal(14, (await town.ViewAsync()).TrialDaysLeft);
        await town.SubscribeAsync(Plan.Pro);

        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }
}
