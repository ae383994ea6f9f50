using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class EmergencyStopTests
{
    [Fact]
    public async Task A_shop_that_pauses_sends_nothing_that_its_assistant_had_queued_but_what_a_person_wrote()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await AnsweredAsync(installation, shop);
        await shop.SendAsync(new SwitchAssistant(Active: false));
        await shop.SendAsync(new SendAsVendor(received.ConversationId, "Je suis là", Guid.NewGuid()));

        await shop.DeliverAsync(received.ConversationId);
        await shop.SendAsync(new SwitchAssistant(Active: true));
        await shop.DeliverAsync(received.ConversationId);

        Assert.Equal("Je suis là", Assert.Single(installation.Network.Sent).Content.Text);
        var stopped = (await shop.ThreadAsync(received.ConversationId)).Messages.Single(m => m.Author == MessageAuthor.Assistant);
        Assert.Equal((MessageStatus.Failed, "assistant_stopped"), (stopped.Status, stopped.FailureCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_while_the_answer_is_planned_drops_it(bool everywhere)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        installation.Assistant.Plan = async _ =>
        {
            await (everywhere ? shop.SendAsync(new SwitchAllAssistants(Active: false)) : shop.SendAsync(new SwitchAssistant(Active: false)));
            return ScriptedAssistant.Say("too late");
        };

        Assert.Null(await shop.AnswerAsync(received.ConversationId));

        Assert.Single((await shop.ThreadAsync(received.ConversationId)).Messages);
    }

    [Fact]
    public async Task The_installations_stop_holds_for_every_shop_and_who_waited_is_answered_after_it()
    {
        await using var installation = await Installation.StartAsync();
        var (here, there) = (await installation.OpenShopAsync("Lomé"), await installation.OpenShopAsync("Abidjan"));
        await here.SendAsync(new SwitchAllAssistants(Active: false));
        var waiting = new[] { (Shop: here, (await here.HearAsync("un")).ConversationId), (Shop: there, (await there.HearAsync("un")).ConversationId) };
        installation.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(await installation.DueAsync());
        foreach (var (shop, conversation) in waiting)
        {
            Assert.Null(await shop.AnswerAsync(conversation));
            Assert.True((await shop.SendAsync(new GetShop())).AllStopped);
        }

        await here.SendAsync(new SwitchAllAssistants(Active: true));
        Assert.Equal(2, (await installation.DueAsync()).Count);
        Assert.NotNull(await there.AnswerAsync(waiting[1].ConversationId));
    }

    [Fact]
    public async Task What_is_queued_when_the_installation_stops_never_leaves()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await AnsweredAsync(installation, shop);
        await shop.SendAsync(new SwitchAllAssistants(Active: false));

        await shop.DeliverAsync(received.ConversationId);

        Assert.Empty(installation.Network.Sent);
    }

    private static async Task<Received> AnsweredAsync(Installation installation, Shop shop)
    {
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));
        return received;
    }
}
