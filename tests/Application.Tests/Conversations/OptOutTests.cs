using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class OptOutTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("arrêtez")]
    [InlineData("Désabonner")]
    [InlineData("unsubscribe")]
    public async Task Stop_is_acknowledged_at_once_and_asks_no_brain(string word)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync(word);

        var answer = await shop.AnswerAsync(received.ConversationId);

        Assert.Contains("vous ne recevrez plus de messages", Assert.Single(answer!.Texts), StringComparison.Ordinal);
        Assert.Empty(installation.Assistant.Asked);
        Assert.Equal(Installation.Noon, await shop.ReadAsync(db => db.Contacts.Select(c => c.OptedOutAt).SingleAsync()));
        Assert.Contains(Remarks.OptedOut, (await shop.ThreadAsync(received.ConversationId)).Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Stop_said_again_is_met_with_silence_and_a_question_with_an_answer()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("stop");
        await shop.AnswerAsync(received.ConversationId);
        installation.Clock.Advance(TimeSpan.FromMinutes(1));

        await shop.HearAsync("STOP");
        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        await shop.HearAsync("C'est combien le wax ?");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("answer to 2", Assert.Single((await shop.AnswerAsync(received.ConversationId))!.Texts));
        Assert.Equal(Installation.Noon, await shop.ReadAsync(db => db.Contacts.Select(c => c.OptedOutAt).SingleAsync()));
    }

    [Fact]
    public async Task Stop_inside_a_sentence_is_no_wish_to_hear_nothing_more()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        await shop.HearAsync("stop, je préfère le rouge");

        Assert.Null(await shop.ReadAsync(db => db.Contacts.Select(c => c.OptedOutAt).SingleAsync()));
    }

    [Fact]
    public async Task Stop_while_a_person_answers_is_noted_and_left_to_her()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("bonjour");
        await shop.HearAsync("Bonjour, c'est Adjoa", fromPhone: true);

        await shop.HearAsync("stop");

        Assert.Null(await shop.AnswerAsync(received.ConversationId));
        Assert.NotNull(await shop.ReadAsync(db => db.Contacts.Select(c => c.OptedOutAt).SingleAsync()));
    }
}
