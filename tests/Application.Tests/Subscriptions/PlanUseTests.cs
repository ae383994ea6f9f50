using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
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
        await town.Shop.ReadAsync(db => db.UsageMeters.ExecuteUpdateAsync(set => set.SetProperty(u => u.AssistantTurns, 40)));

        Assert.True((await town.SendAsync(new ReconcileUsage())).IsOk);
        Assert.Equal(1, (await town.ViewAsync()).Used.Turns);
        town.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True((await town.SendAsync(new ReconcileUsage())).IsOk);
        Assert.Equal(0, (await town.ViewAsync()).Used.Turns);
    }

    [Fact]
    public async Task Spoken_and_heard_seconds_are_found_again_when_the_count_was_lost()
    {
        await using var town = await BillingTown.OpenAsync();
        var notes = new[] { ("kossi@lid", 12), ("afi@lid", 7) };
        foreach (var (from, seconds) in notes)
        {
            var heard = await town.SendAsync(Note(town, from, seconds));
            var note = await town.Shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.ConversationId == heard.ConversationId));
            Assert.True((await town.SendAsync(new SettleMedia(note.Id, new MediaOutcome("note.ogg", "audio/ogg", seconds, "le bazin")))).IsOk);
            await town.SendAsync(new CorrectTranscript(heard.ConversationId, note.Id, "le bazin riche", Answer: false));
        }

        var unheard = await town.SendAsync(Note(town, "ama@lid", 40));
        var silent = await town.Shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.ConversationId == unheard.ConversationId));
        await town.SendAsync(new SettleMedia(silent.Id, new MediaOutcome("note.ogg", "audio/ogg", 40, Failure: "voice_silent")));
        await town.SendAsync(new CorrectTranscript(unheard.ConversationId, silent.Id, "le wax", Answer: false));
        Assert.Equal(19, (await town.ViewAsync()).Used.VoiceSeconds);

        await town.Shop.ReadAsync(db => db.UsageMeters.ExecuteDeleteAsync());
        Assert.True((await town.SendAsync(new ReconcileUsage())).IsOk);

        Assert.Equal(19, (await town.ViewAsync()).Used.VoiceSeconds);
    }

    [Fact]
    public async Task Owners_are_written_in_the_moment_a_threshold_is_passed_once_for_each_thing_and_again_on_a_larger_plan()
    {
        await using var town = await BillingTown.OpenAsync();
        var limit = PlanTerms.Default.Starter.AssistantTurns;
        await UseAsync(town, turns: (limit * 8 / 10) - 2, voice: 0);
        await AskAsync(town, 1);
        Assert.Empty(town.Installation.Jobs.Asked);

        await AskAsync(town, 3);
        Assert.Equal([new RemindOwners()], town.Installation.Jobs.Asked);
        await town.SendAsync(new RemindOwners());
        await UseAsync(town, turns: limit - 1, voice: 0);
        await AskAsync(town, 2);
        await town.SendAsync(new RemindOwners());
        await town.SendAsync(new RemindOwners());
        await UseAsync(town, turns: limit, voice: PlanTerms.Default.Starter.VoiceMinutes * 60);
        await town.SendAsync(new RemindOwners());
        Assert.Equal(["80% of your plan is used", "This month’s plan is used up", "This month’s voice minutes are used up"], town.Mails.Select(m => m.Subject));

        await town.SendAsync(new GrantPlan(Plan.Pro, 20, GrantSource.Operator));
        await AskAsync(town, 1);
        await UseAsync(town, turns: PlanTerms.Default.Pro.AssistantTurns - 1, voice: 0);
        await AskAsync(town, 1);
        await town.SendAsync(new RemindOwners());
        Assert.Equal("This month’s plan is used up", town.Mails[^1].Subject);
        Assert.Equal(4, town.Mails.Count);
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

    private static Task UseAsync(BillingTown town, int turns, int voice) => town.Shop.SaveAsync(db =>
    {
        var meter = db.UsageMeters.SingleOrDefault() ?? db.UsageMeters.Add(new UsageMeter(town.Shop.Id, UsageMeter.PeriodOf(town.Now))).Entity;
        meter.Recount(turns, voice);
    });

    private static async Task AskAsync(BillingTown town, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var heard = await town.Shop.HearAsync("Bonjour");
            town.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.NotNull(await town.Shop.AnswerAsync(heard.ConversationId));
        }
    }

    private static ReceiveMessage Note(BillingTown town, string from, int seconds) => new(
        Channel.WhatsApp, town.Shop.Session, $"note {from}", from, [new Address(AddressKind.Lid, from)], null, "Kossi", false,
        new MessageContent(MessageKind.Audio) { Media = new MessageMedia { Source = "sealed", Seconds = seconds } }, town.Now);

    [Fact]
    public async Task Days_of_the_trial_that_are_left_are_kept_when_a_plan_is_bought()
    {
        await using var town = await BillingTown.OpenAsync(inTrial: true);

        Assert.Equal(14, (await town.ViewAsync()).TrialDaysLeft);
        await town.SubscribeAsync(Plan.Pro);

        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }
}
