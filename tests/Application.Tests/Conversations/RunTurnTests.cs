using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Conversations;

public sealed class RunTurnTests
{
    [Fact]
    public async Task A_burst_is_answered_once_after_the_window()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("Bonjour");
        await shop.HearAsync("le bazin");
        await shop.HearAsync("c'est combien ?");
        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        var answer = await shop.AnswerAsync(received.ConversationId);

        Assert.Equal("answer to 3", Assert.Single(answer!.Texts));
        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        Assert.Equal(3, installation.Network.Read.Count);
    }

    [Fact]
    public async Task A_customer_who_keeps_writing_does_not_wait_longer_than_the_limit()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("0");
        for (var i = 1; i <= 5; i++)
        {
            installation.Clock.Advance(TimeSpan.FromSeconds(2));
            await shop.HearAsync($"{i}");
        }

        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));
    }

    [Fact]
    public async Task A_newer_message_drops_the_plan_and_is_answered_with_the_older_one()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        installation.Assistant.Plan = async turn =>
        {
            if (installation.Assistant.Asked.Count == 1)
            {
                await shop.HearAsync("deux");
            }

            return ScriptedAssistant.Say($"answer to {turn.Incoming.Count}");
        };

        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);

        Assert.Equal(["un", "deux", "answer to 2"], (await shop.ThreadAsync(received.ConversationId)).Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task A_takeover_while_the_answer_is_planned_silences_it()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        installation.Assistant.Plan = async _ =>
        {
            await shop.SendAsync(new TakeOver(received.ConversationId));
            return ScriptedAssistant.Say("too late");
        };

        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        Assert.Single((await shop.ThreadAsync(received.ConversationId)).Messages);
    }

    [Fact]
    public async Task Two_runners_on_one_conversation_store_one_answer()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shop.AnswerAsync(received.ConversationId)));

        Assert.Single(answers, a => a is not null);
        Assert.Equal(2, (await shop.ThreadAsync(received.ConversationId)).Messages.Count);
    }

    [Fact]
    public async Task A_runner_that_died_is_replaced_when_its_lease_ends_and_its_late_answer_is_dropped()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        var dead = await shop.SendAsync(new ClaimTurn(received.ConversationId));
        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        installation.Clock.Advance(Conversation.TurnLease);
        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));

        Assert.Equal(ConversationErrors.TurnOvertaken, (await shop.SendAsync(new CommitTurn(received.ConversationId, dead!.Turn, ScriptedAssistant.Say("late")))).Error);
        Assert.Equal(2, (await shop.ThreadAsync(received.ConversationId)).Messages.Count);
    }

    [Fact]
    public async Task A_paused_assistant_keeps_the_message_and_says_nothing()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync(paused: true);
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        Assert.Empty(installation.Assistant.Asked);
        Assert.Single((await shop.ThreadAsync(received.ConversationId)).Messages);
    }

    [Fact]
    public async Task When_planning_keeps_failing_the_customer_is_told_and_a_person_is_asked()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        installation.Assistant.Plan = _ => throw new InvalidOperationException("broken");
        var received = await shop.HearAsync("un");
        for (var attempt = 1; attempt < Conversation.MaxTurnAttempts; attempt++)
        {
            installation.Clock.Advance(TimeSpan.FromMinutes(2));
            Assert.Null(await shop.AnswerAsync(received.ConversationId));
        }

        installation.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));

        var thread = await shop.ThreadAsync(received.ConversationId);
        Assert.Equal(Responder.Person, thread.Responder);
        Assert.Equal("assistant_failed", thread.HandOffReason);
        Assert.Contains("personne de la boutique", thread.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_are_counted_and_a_shop_that_used_them_up_gets_no_model_but_an_answer()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        await shop.SendAsync(new ChangeModelConsent(Given: true));
        for (var turn = 1; turn <= 2; turn++)
        {
            var received = await shop.HearAsync($"{turn}");
            installation.Clock.Advance(TimeSpan.FromSeconds(3));
            await shop.AnswerAsync(received.ConversationId);
        }

        var meter = await shop.ReadAsync(db => db.UsageMeters.SingleAsync());
        Assert.Equal((202611, 2), (meter.Period, meter.AssistantTurns));
        Assert.True(installation.Assistant.Asked[^1].ModelAllowed);

        await shop.ReadAsync(db => db.UsageMeters.ExecuteUpdateAsync(set => set.SetProperty(u => u.AssistantTurns, PlanTerms.Default.Starter.AssistantTurns)));
        var last = await shop.HearAsync("encore");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(await shop.AnswerAsync(last.ConversationId));
        Assert.False(installation.Assistant.Asked[^1].ModelAllowed);
    }

    [Fact]
    public async Task Giving_back_answers_a_customer_who_waits()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        await shop.SendAsync(new TakeOver(received.ConversationId));
        await shop.HearAsync("vous êtes là ?");

        await shop.SendAsync(new GiveBack(received.ConversationId));

        Assert.Equal("answer to 1", Assert.Single((await shop.AnswerAsync(received.ConversationId))!.Texts));
    }
}
