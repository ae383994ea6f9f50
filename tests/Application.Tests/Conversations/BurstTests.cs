using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class BurstTests
{
    [Theory]
    [InlineData("C'est combien le wax ?", 2_500)]
    [InlineData("Bonjour", 4_000)]
    [InlineData("Bjr, comment ça va", 4_000)]
    [InlineData("Hello good morning", 4_000)]
    [InlineData("oui", 0)]
    [InlineData("Non merci", 0)]
    [InlineData("oui mais livrez-moi demain", 2_500)]
    public async Task How_long_the_assistant_waits_depends_on_what_was_said(string text, int milliseconds)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        var received = await shop.HearAsync(text);

        Assert.Equal(Installation.Noon.AddMilliseconds(milliseconds), (await shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Theory]
    [InlineData(MessageKind.Location, 0)]
    [InlineData(MessageKind.Audio, 4_000)]
    [InlineData(MessageKind.Image, 2_500)]
    public async Task A_pin_is_answered_at_once_and_a_voice_note_gets_time_to_be_written_down(MessageKind kind, int milliseconds)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        var received = await shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, shop.Session, "K1", "1@lid", [new Address(AddressKind.Lid, "1@lid")], null, null, false, new MessageContent(kind, null, 6.1, 1.2), Installation.Noon));

        Assert.Equal(Installation.Noon.AddMilliseconds(milliseconds), (await shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Fact]
    public async Task A_greeting_after_a_question_does_not_make_the_question_wait_longer()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        await shop.HearAsync("C'est combien le wax ?");

        var received = await shop.HearAsync("Bonjour");

        Assert.Equal(Installation.Noon.AddMilliseconds(2_500), (await shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Fact]
    public async Task A_turn_that_was_answered_does_not_slow_the_next_one_down()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("Bonjour");
        installation.Clock.Advance(TimeSpan.FromSeconds(4));
        await shop.AnswerAsync(received.ConversationId);

        await shop.HearAsync("Bonjour");

        Assert.Equal(installation.Clock.GetUtcNow().AddMilliseconds(4_000), (await shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }
}
