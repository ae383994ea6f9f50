using WaSaas.Application.Assistant;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>One word that a machine misheard must not move money.</summary>
public sealed class HeardFiguresTests(EmbeddedAssistantTests.OpenShop open) : IClassFixture<EmbeddedAssistantTests.OpenShop>
{
    private Talk Talk => new(open.Shop);

    [Fact]
    public async Task A_question_without_figures_is_answered_at_once()
    {
        var answer = await Talk.HearAsync(Spoken("le bazin riche est à combien ?"));

        Assert.Contains("15\u00a0750\u00a0F", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("je donne 14 000 francs pour le bazin riche", "14\u00a0000\u00a0F")]
    [InlineData("je prends trois bazins riches", "3 pièces")]
    [InlineData("mon numéro c'est le 90 12 34 56", "90123456")]
    public async Task Figures_that_were_heard_are_read_back_and_nothing_is_called_yet(string spoken, string expected)
    {
        var talk = Talk;

        var answer = await talk.HearAsync(Spoken(spoken));

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.EndsWith("?", answer, StringComparison.Ordinal);
        Assert.Empty(talk.Last.Trace);
    }

    [Fact]
    public async Task Words_that_the_machine_is_not_sure_of_are_read_back_whole()
    {
        var answer = await Talk.HearAsync(Spoken("le bazin riche est à combien", confidence: 0.3));

        Assert.Contains("« le bazin riche est à combien »", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_is_not_read_back()
    {
        var talk = Talk;

        await talk.SayAsync("je donne 14 000 francs pour le bazin riche");

        Assert.NotEmpty(talk.Last.Trace);
    }

    private static TurnMessage Spoken(string text, double? confidence = 0.9) => new(MessageAuthor.Customer, MessageKind.Audio, text) { Confidence = confidence };
}
