using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Conversations;

public sealed class TakeoverTests
{
    [Fact]
    public async Task A_customer_who_wrote_last_is_answered_once_the_vendor_has_been_silent_for_the_shops_time()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        await shop.ChangeAsync(t => t.ChangeSales(t.Sales with { TakeoverMinutes = 45 }));
        var received = await shop.HearAsync("C'est combien ?");
        await shop.HearAsync("Je regarde", fromPhone: true);
        await shop.HearAsync("Alors ?");

        installation.Clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await shop.AnswerAsync(received.ConversationId);

        Assert.Equal("answer to 1", Assert.Single(answer!.Texts));
        var thread = await shop.ThreadAsync(received.ConversationId);
        Assert.Equal(Responder.Assistant, thread.Responder);
        Assert.Equal(["Je regarde", "Alors ?", "resumed", "answer to 1"], thread.Messages.Skip(1).Select(m => m.Text));
    }

    [Fact]
    public async Task Where_the_vendor_had_the_last_word_the_assistant_comes_back_without_a_word()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("C'est combien ?");
        await shop.SendAsync(new SendAsVendor(received.ConversationId, "15 000 F", Guid.NewGuid()));
        installation.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        Assert.Empty(installation.Assistant.Asked);
        var thread = await shop.ThreadAsync(received.ConversationId);
        Assert.Equal((Responder.Assistant, MessageAuthor.System), (thread.Responder, thread.Messages[^1].Author));
        Assert.Null(thread.ResumeAt);
    }

    [Fact]
    public async Task Each_word_of_the_vendor_starts_the_silence_anew_and_none_of_the_customer_does()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        await shop.HearAsync("Bonjour", fromPhone: true);
        installation.Clock.Advance(TimeSpan.FromMinutes(20));
        await shop.HearAsync("Je cherche encore", fromPhone: true);
        installation.Clock.Advance(TimeSpan.FromMinutes(20));
        await shop.HearAsync("deux");
        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        installation.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));
    }

    [Fact]
    public async Task The_end_of_a_silence_is_work_that_the_workers_find_once()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        await shop.HearAsync("Je m'en occupe", fromPhone: true);
        Assert.Empty(await installation.DueAsync());

        installation.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(received.ConversationId, Assert.Single(await installation.DueAsync()).ConversationId);
        await shop.AnswerAsync(received.ConversationId);

        Assert.Empty(await installation.DueAsync());
    }

    [Fact]
    public async Task When_nobody_takes_up_a_hand_off_the_assistant_answers_again_says_so_once_and_the_request_stays_open()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Je transmets.") with { HandOffReason = "complaint" });
        var received = await shop.HearAsync("Je me plains");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);
        await shop.HearAsync("Il y a quelqu'un ?");
        installation.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Me revoilà."));

        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.AnswerAsync(received.ConversationId);
        await shop.HearAsync("Le wax ?");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);

        Assert.Equal([null, "complaint", null], installation.Assistant.Asked.Select(turn => turn.OpenRequest));
        Assert.Equal(1, (await shop.SendAsync(new GetInbox(InboxFilter.NeedsYou))).NeedsYou);
        Assert.Contains("resumed_unattended", (await shop.ThreadAsync(received.ConversationId)).Messages.Select(m => m.Text));

        await shop.SendAsync(new GiveBack(received.ConversationId));
        Assert.Equal(0, (await shop.SendAsync(new GetInbox())).NeedsYou);
    }

    [Fact]
    public async Task A_remark_is_no_message_for_the_brain_and_never_leaves()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        await shop.HearAsync("Bonjour", fromPhone: true);
        await shop.HearAsync("deux");
        installation.Clock.Advance(TimeSpan.FromMinutes(30));

        await shop.AnswerAsync(received.ConversationId);
        await shop.DeliverAsync(received.ConversationId);

        Assert.Equal(["un", "Bonjour"], Assert.Single(installation.Assistant.Asked).History.Select(m => m.Text));
        Assert.Equal("answer to 1", Assert.Single(installation.Network.Sent).Content.Text);
    }

    [Fact]
    public async Task Outside_the_opening_hours_a_hand_off_says_when_the_shop_opens()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        await shop.ChangeAsync(t => t.ChangeFacts(t.Facts with { Hours = Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => new OpeningHours(new(8, 30), new(11, 0))) }));
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Je transmets.") with { HandOffReason = "complaint" });
        var received = await shop.HearAsync("Je me plains");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));

        var answer = await shop.AnswerAsync(received.ConversationId);

        Assert.Equal("Je transmets. La boutique est fermée en ce moment, elle ouvre demain à 8 h 30.", Assert.Single(answer!.Texts));
    }
}
