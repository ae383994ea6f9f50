using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class DeliverTests
{
    [Fact]
    public async Task Replies_leave_in_order_with_the_ids_that_stand_in_their_rows()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un", "deux");

        await shop.DeliverAsync(conversation);

        Assert.Equal(["un", "deux"], installation.Network.Sent.Select(m => m.Content.Text));
        var rows = (await shop.ReadAsync(db => db.Messages.Where(m => m.Author == MessageAuthor.Assistant).OrderBy(m => m.Sequence).ToListAsync()));
        Assert.Equal(rows.Select(r => r.ExternalId), installation.Network.Sent.Select(m => m.ExternalId));
    }

    [Fact]
    public async Task Receipts_move_a_message_forward_and_never_back()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un");
        await shop.DeliverAsync(conversation);
        var id = installation.Network.Sent[0].ExternalId;

        foreach (var status in new[] { MessageStatus.Read, MessageStatus.Delivered, MessageStatus.Sent })
        {
            await shop.SendAsync(new RecordReceipt(shop.Session, id, status, null));
        }

        Assert.Equal(MessageStatus.Read, (await shop.ThreadAsync(conversation)).Messages[^1].Status);
        installation.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.DeliverAsync(conversation);
        Assert.Single(installation.Network.Sent);
    }

    [Fact]
    public async Task A_receipt_for_an_id_of_another_shop_is_not_found_and_changes_nothing()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un");
        var other = await installation.OpenShopAsync("Autre");
        await shop.DeliverAsync(conversation);

        var result = await other.SendAsync(new RecordReceipt(shop.Session, installation.Network.Sent[0].ExternalId, MessageStatus.Read, null));

        Assert.Equal(Error.NotFound, result.Error);
        Assert.Equal(MessageStatus.Sending, (await shop.ThreadAsync(conversation)).Messages[^1].Status);
    }

    [Fact]
    public async Task Without_a_connection_messages_wait_and_keep_their_order()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un", "deux");
        installation.Network.Answer = _ => new SendOutcome(SendResult.NotConnected);
        await shop.DeliverAsync(conversation);
        installation.Network.Answer = _ => new SendOutcome(SendResult.HandedOver);
        await shop.DeliverAsync(conversation);
        Assert.Empty(installation.Network.Sent);

        installation.Clock.Advance(TimeSpan.FromSeconds(5));
        await shop.DeliverAsync(conversation);

        Assert.Equal(["un", "deux"], installation.Network.Sent.Select(m => m.Content.Text));
    }

    [Fact]
    public async Task A_row_whose_ratchet_step_was_never_committed_is_sent_again_after_a_kill()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un");
        await shop.SendAsync(new ClaimOutgoing(conversation));
        await shop.DeliverAsync(conversation);
        Assert.Empty(installation.Network.Sent);

        await installation.Get<Common.IAcrossTenants>().ReleaseLeasesAsync(installation.Clock.GetUtcNow(), CancellationToken.None);
        await shop.DeliverAsync(conversation);

        Assert.Single(installation.Network.Sent);
    }

    [Fact]
    public async Task What_may_have_left_is_sent_once_more_with_the_same_id_and_then_a_person_decides()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un");
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.DeliverAsync(conversation);
        for (var round = 0; round < 3; round++)
        {
            installation.Clock.Advance(Message.SendLease + TimeSpan.FromSeconds(1));
            await shop.DeliverAsync(conversation);
        }

        Assert.Equal(2, installation.Network.Sent.Count);
        Assert.Single(installation.Network.Sent.Select(m => m.ExternalId).Distinct());
        Assert.Equal(MessageStatus.Unknown, (await shop.ThreadAsync(conversation)).Messages[^1].Status);
    }

    [Fact]
    public async Task A_refused_message_is_failed_with_its_code_and_does_not_stop_the_next()
    {
        await using var installation = await Installation.StartAsync();
        var (shop, conversation) = await AnsweredAsync(installation, "un", "deux");
        installation.Network.Answer = message => message.Content.Text == "un" ? new SendOutcome(SendResult.Refused, "463") : new SendOutcome(SendResult.HandedOver);

        await shop.DeliverAsync(conversation);

        var messages = (await shop.ThreadAsync(conversation)).Messages;
        Assert.Equal((MessageStatus.Failed, "463"), (messages[^2].Status, messages[^2].FailureCode));
        Assert.Equal("deux", Assert.Single(installation.Network.Sent).Content.Text);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_message_and_takes_over()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        var key = Guid.NewGuid();

        await shop.SendAsync(new SendAsVendor(received.ConversationId, " Bonjour, ici Adjoa ", key));
        await shop.SendAsync(new SendAsVendor(received.ConversationId, " Bonjour, ici Adjoa ", key));

        var thread = await shop.ThreadAsync(received.ConversationId);
        Assert.Equal("Bonjour, ici Adjoa", thread.Messages.Single(m => m.Author == MessageAuthor.Vendor).Text);
        Assert.Equal(Responder.Person, thread.Responder);
    }

    private static async Task<(Shop Shop, ConversationId Conversation)> AnsweredAsync(Installation installation, params string[] texts)
    {
        var shop = await installation.OpenShopAsync();
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say(texts));
        var received = await shop.HearAsync("Le wax ?");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);
        return (shop, received.ConversationId);
    }
}
