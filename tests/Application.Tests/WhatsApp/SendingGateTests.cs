using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

/// <summary>What may not leave now stays in the outbox, in its place.</summary>
public sealed class SendingGateTests
{
    [Fact]
    public async Task Two_messages_of_one_chat_do_not_follow_each_other_at_once()
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 700 });
        var (shop, chat) = await AnsweredAsync(installation, "un", "deux");

        await shop.DeliverAsync(chat);
        Assert.Equal(["un"], Sent(installation));

        installation.Clock.Advance(TimeSpan.FromMilliseconds(700));
        await shop.DeliverAsync(chat);
        Assert.Equal(["un", "deux"], Sent(installation));
    }

    [Fact]
    public async Task What_is_more_than_the_day_allows_waits_for_tomorrow_and_is_shown_so()
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 0, MessagesPerDay = 1 });
        var (shop, chat) = await AnsweredAsync(installation, "un", "deux");
        await shop.DeliverAsync(chat);

        Assert.Equal(["un"], Sent(installation));
        var waiting = (await shop.ThreadAsync(chat)).Messages[^1];
        Assert.Equal((MessageStatus.Pending, SendingHold.DailyLimit), (waiting.Status, waiting.FailureCode));

        await shop.SendAsync(new RecordReceipt(shop.Session, installation.Network.Sent[0].ExternalId, MessageStatus.Delivered, null));
        installation.Clock.Advance(TimeSpan.FromHours(12));
        await shop.DeliverAsync(chat);
        Assert.Equal(["un", "deux"], Sent(installation));
    }

    [Theory]
    [InlineData("463")]
    [InlineData("429")]
    public async Task The_first_sign_of_restriction_stops_the_number_until_the_vendor_lets_it_go_on(string code)
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 0 });
        var (shop, chat) = await AnsweredAsync(installation, "un");
        await shop.DeliverAsync(chat);
        await shop.SendAsync(new RecordReceipt(shop.Session, installation.Network.Sent[0].ExternalId, MessageStatus.Failed, code));
        await shop.SendAsync(new SendAsVendor(chat, "deux", Guid.NewGuid()));
        await shop.DeliverAsync(chat);
        Assert.Equal(SendingHold.Paused, (await shop.ThreadAsync(chat)).Messages[^1].FailureCode);
        Assert.Equal("sending_paused", (await shop.ReadAsync(db => db.Sessions.SingleAsync())).LastError!.Code);

        await shop.SendAsync(new NoteLimits(shop.Session, 0, Active: false, Until: null));
        await shop.DeliverAsync(chat);

        Assert.Equal(["un", "deux"], Sent(installation));
    }

    [Fact]
    public async Task Another_refusal_stops_only_its_message()
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 0 });
        var (shop, chat) = await AnsweredAsync(installation, "un");
        await shop.DeliverAsync(chat);

        await shop.SendAsync(new RecordReceipt(shop.Session, installation.Network.Sent[0].ExternalId, MessageStatus.Failed, "479"));

        Assert.Null((await shop.ReadAsync(db => db.Sessions.SingleAsync())).SendingHeldUntil);
    }

    [Fact]
    public async Task A_limit_that_WhatsApp_announces_holds_until_its_end()
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 0 });
        var (shop, chat) = await AnsweredAsync(installation, "un");
        var until = installation.Clock.GetUtcNow().AddHours(3);

        await shop.SendAsync(new NoteLimits(shop.Session, 0, Active: true, until));
        await shop.DeliverAsync(chat);
        Assert.Empty(installation.Network.Sent);
        installation.Clock.Advance(TimeSpan.FromHours(3));
        await shop.DeliverAsync(chat);

        Assert.Equal(["un"], Sent(installation));
    }

    [Fact]
    public async Task Nobody_is_written_to_first()
    {
        await using var installation = await StartAsync(new SendingOptions { PerChatMilliseconds = 0 });
        var shop = await installation.OpenShopAsync();
        var chat = (await shop.HearAsync("c’est moi", fromPhone: true)).ConversationId;
        await shop.SendAsync(new SendAsVendor(chat, "et encore", Guid.NewGuid()));

        await shop.DeliverAsync(chat);

        Assert.Empty(installation.Network.Sent);
        var refused = (await shop.ThreadAsync(chat)).Messages[^1];
        Assert.Equal((MessageStatus.Failed, SendingGate.ReplyOnly), (refused.Status, refused.FailureCode));
    }

    private static Task<Installation> StartAsync(SendingOptions options) => Installation.StartAsync(services => services.AddSingleton(options));

    private static IEnumerable<string?> Sent(Installation installation) => installation.Network.Sent.Select(m => m.Content.Text);

    private static async Task<(Shop Shop, ConversationId Chat)> AnsweredAsync(Installation installation, params string[] texts)
    {
        var shop = await installation.OpenShopAsync();
        var chat = (await shop.HearAsync("bonjour")).ConversationId;
        foreach (var text in texts)
        {
            await shop.SendAsync(new SendAsVendor(chat, text, Guid.NewGuid()));
        }

        return (shop, chat);
    }
}
