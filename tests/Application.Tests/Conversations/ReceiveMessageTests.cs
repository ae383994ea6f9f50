using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class ReceiveMessageTests
{
    [Fact]
    public async Task A_message_that_is_delivered_twice_is_stored_once()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        var first = await shop.HearAsync("Bonjour", id: "A1");
        var again = await shop.HearAsync("Bonjour", id: "A1");

        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Single((await shop.ThreadAsync(first.ConversationId)).Messages);
    }

    [Fact]
    public async Task Twenty_parallel_deliveries_of_one_message_are_one_message()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        var received = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.HearAsync("Bonjour", id: "A1")));

        Assert.Single(received, r => r.IsNew);
        Assert.Single(received.Select(r => r.ConversationId).Distinct());
    }

    [Fact]
    public async Task Two_addresses_that_turn_out_to_be_one_person_become_one_contact_with_one_thread()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var byLid = await shop.HearAsync("un", from: "1@lid");
        installation.Clock.Advance(TimeSpan.FromSeconds(1));
        var byPhone = await shop.SendAsync(new Application.Conversations.ReceiveMessage(
            Channel.WhatsApp, shop.Session, "P1", "22891@pn", [new Address(AddressKind.Phone, "22891@pn")], "+22891", "Kossi", false, MessageContent.OfText("deux"), installation.Clock.GetUtcNow()));
        Assert.NotEqual(byLid.ConversationId, byPhone.ConversationId);

        var both = await shop.HearAsync("trois", from: "1@lid", phone: "22891@pn");

        Assert.Equal(byLid.ConversationId, both.ConversationId);
        Assert.Equal(["un", "deux", "trois"], (await shop.ThreadAsync(both.ConversationId)).Messages.Select(m => m.Text));
        Assert.Equal(1, await shop.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.Equal(1, await shop.ReadAsync(db => db.Conversations.CountAsync()));
        Assert.Equal("+22891", (await shop.ThreadAsync(both.ConversationId)).PhoneNumber);
    }

    [Fact]
    public async Task The_same_customer_in_two_shops_is_two_contacts_that_never_meet()
    {
        await using var installation = await Installation.StartAsync();
        var (lome, abidjan) = (await installation.OpenShopAsync("Lomé"), await installation.OpenShopAsync("Abidjan"));

        var here = await lome.HearAsync("Bonjour", id: "X");
        var there = await abidjan.HearAsync("Bonjour", id: "X");

        Assert.True(there.IsNew);
        Assert.Null(await abidjan.SendAsync(new Application.Conversations.GetThread(here.ConversationId)));
        Assert.Single((await abidjan.ThreadAsync(there.ConversationId)).Messages);
    }

    [Fact]
    public async Task A_message_from_the_vendors_own_phone_is_a_takeover()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("C'est combien ?");

        await shop.HearAsync("Je m'en occupe", fromPhone: true);

        var conversation = await shop.ConversationAsync(received.ConversationId);
        Assert.Equal(Responder.Person, conversation.Responder);
        Assert.Null(conversation.TurnDueAt);
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await shop.AnswerAsync(received.ConversationId));
    }

    [Fact]
    public async Task A_reaction_asks_for_no_answer()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        var received = await shop.SendAsync(new Application.Conversations.ReceiveMessage(
            Channel.WhatsApp, shop.Session, "R1", "1@lid", [new Address(AddressKind.Lid, "1@lid")], null, null, false, new MessageContent(MessageKind.Reaction, "👍", TargetId: "X"), installation.Clock.GetUtcNow()));

        Assert.Null((await shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }
}
