using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

/// <summary>"Try again" on a message that did not leave.</summary>
public sealed class SendAgainTests
{
    [Fact]
    public async Task A_failed_message_leaves_on_a_second_try_with_the_id_it_had()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, failed) = await FailedAsync(installation);

        Assert.True((await shop.SendAsync(new SendAgain(failed.ConversationId, failed.Id))).IsOk);
        await shop.DeliverAsync(failed.ConversationId);

        Assert.Equal(failed.ExternalId, Assert.Single(installation.Network.Sent).ExternalId);
        var stored = await MessageAsync(shop, failed.Id);
        Assert.Equal((MessageStatus.Sending, 1, null), (stored.Status, stored.Attempts, stored.FailureCode));
        Assert.Equal(ConversationErrors.NothingToSendAgain, (await shop.SendAsync(new SendAgain(failed.ConversationId, failed.Id))).Error);
    }

    [Fact]
    public async Task Twice_at_once_is_one_more_try()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, failed) = await FailedAsync(installation);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shop.SendAsync(new SendAgain(failed.ConversationId, failed.Id))));
        await shop.DeliverAsync(failed.ConversationId);

        Assert.Single(answers, a => a.IsOk);
        Assert.Single(installation.Network.Sent);
    }

    [Fact]
    public async Task What_may_have_left_goes_once_more_with_its_id_after_a_person_decided()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, failed) = await FailedAsync(installation);
        await shop.ReadAsync(db => db.Messages.Where(m => m.Id == failed.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Unknown).SetProperty(m => m.RatchetedAt, Installation.Noon)));
        installation.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await shop.SendAsync(new SendAgain(failed.ConversationId, failed.Id))).IsOk);
        await shop.DeliverAsync(failed.ConversationId);

        Assert.Equal(failed.ExternalId, Assert.Single(installation.Network.Sent).ExternalId);
    }

    [Fact]
    public async Task What_the_assistant_wrote_stays_while_it_is_stopped_and_what_came_in_is_not_ours_to_send()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var heard = await shop.HearAsync("Bonjour");
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("un"));
        installation.Clock.Advance(TimeSpan.FromSeconds(10));
        await shop.AnswerAsync(heard.ConversationId);
        await shop.ChangeAsync(tenant => tenant.PauseAssistant());
        await shop.DeliverAsync(heard.ConversationId);
        var rows = (await shop.ThreadAsync(heard.ConversationId)).Messages;
        var (came, stopped) = (rows[0], rows.Single(m => m.Author == MessageAuthor.Assistant));
        Assert.Equal(MessageStatus.Failed, stopped.Status);

        Assert.Equal(ConversationErrors.AssistantIsStopped, (await shop.SendAsync(new SendAgain(heard.ConversationId, stopped.Id))).Error);
        Assert.Equal(ConversationErrors.NothingToSendAgain, (await shop.SendAsync(new SendAgain(heard.ConversationId, came.Id))).Error);
        await shop.ChangeAsync(tenant => tenant.ResumeAssistant());
        Assert.True((await shop.SendAsync(new SendAgain(heard.ConversationId, stopped.Id))).IsOk);
        await shop.DeliverAsync(heard.ConversationId);
        Assert.Single(installation.Network.Sent);
    }

    [Fact]
    public async Task A_message_of_another_shop_is_not_there()
    {
        await using var installation = await Installation.StartAsync();
        var (_, failed) = await FailedAsync(installation);
        var other = await installation.OpenShopAsync("Chez Awa");

        Assert.Equal(Error.NotFound, (await other.SendAsync(new SendAgain(failed.ConversationId, failed.Id))).Error);
    }

    /// <summary>A person wrote, and the network refused it for good.</summary>
    private static async Task<(Shop Shop, Message Failed)> FailedAsync(Installation installation)
    {
        var shop = await installation.OpenShopAsync();
        var heard = await shop.HearAsync("Bonjour");
        installation.Network.Answer = _ => new SendOutcome(SendResult.Refused, "463");
        Assert.True((await shop.SendAsync(new SendAsVendor(heard.ConversationId, "J’arrive", Guid.NewGuid()))).IsOk);
        await shop.DeliverAsync(heard.ConversationId);
        installation.Network.Answer = _ => new SendOutcome(SendResult.HandedOver);
        var failed = await shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Author == MessageAuthor.Vendor));
        Assert.Equal(MessageStatus.Failed, failed.Status);
        return (shop, failed);
    }

    private static Task<Message> MessageAsync(Shop shop, MessageId id) => shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));
}
