using static WaSaas.Infrastructure.Tests.Llm.FakeProvider;

namespace WaSaas.Infrastructure.Tests.Llm;

public sealed class StreamOverHttpTests
{
    private const string Question = "Bonjour, le bazin riche est à combien ?";

    private static object ToolPiece(string? id, string? name, string arguments) =>
        new { tool_calls = new[] { new { index = 0, id, type = "function", function = new { name, arguments } } } };

    [Fact]
    public async Task Tool_calls_and_text_that_come_in_pieces_are_put_together()
    {
        await using var provider = await StartAsync(
            Streams(done: true, ToolPiece("call_a", "search_catalogue", ""), ToolPiece(null, null, "{\"query\":\"baz"), ToolPiece(null, null, "in riche\"}")),
            Streams(done: true, new { role = "assistant", content = "Le Bazin riche " }, new { content = "est à 15 750 F." }));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, null, ("Stream", "true"));

        var answer = await shop.AskAsync(Question);

        Assert.Empty(provider.Violations);
        Assert.Equal(("small-1", "Le Bazin riche est à 15 750 F."), (answer.Brain, answer.Texts[0]));
        Assert.True(provider.Requests[0].GetProperty("stream").GetBoolean());
        Assert.Equal((1_800, 1_280, 40), (answer.Tokens.Input, answer.Tokens.CachedInput, answer.Tokens.Output));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_tried_once_more_and_never_half_an_answer()
    {
        await using var provider = await StartAsync(
            Streams(done: false, new { role = "assistant", content = "Le Bazin riche est à 1" }), Streams(done: true, new { role = "assistant", content = "Bonjour, que cherchez-vous ?" }));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, null, ("Stream", "true"));

        var answer = await shop.AskAsync(Question);

        Assert.Equal((2, "Bonjour, que cherchez-vous ?"), (provider.Requests.Count, answer.Texts[0]));
    }

    [Fact]
    public async Task A_stream_of_a_malformed_call_is_told_to_the_model()
    {
        await using var provider = await StartAsync(
            Streams(done: true, ToolPiece("call_a", "search_catalogue", "{\"query\":")), Streams(done: true, new { role = "assistant", content = "Que cherchez-vous ?" }));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, null, ("Stream", "true"));

        var answer = await shop.AskAsync(Question);

        Assert.Empty(provider.Violations);
        Assert.Equal("small-1", answer.Brain);
        Assert.Contains("malformed_arguments", answer.Trace[0].Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_stream_that_is_refused_leads_down_the_ladder(int status)
    {
        await using var provider = await StartAsync(Refuses(status), Refuses(status));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, null, ("Stream", "true"));

        Assert.Equal(("embedded", 2), ((await shop.AskAsync(Question)).Brain, provider.Requests.Count));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    public async Task The_second_model_answers_when_the_first_is_not_to_be_had(int status)
    {
        await using var first = await StartAsync(Refuses(status), Refuses(status));
        await using var second = await StartAsync(Says("Bonjour, que cherchez-vous ?"));
        await using var shop = await LlmShop.OpenAsync(first.BaseUrl, null, Secondary(second));

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("small-2", 1), (answer.Brain, second.Requests.Count));
    }

    [Fact]
    public async Task When_both_models_fail_the_embedded_assistant_answers()
    {
        await using var first = await StartAsync(Refuses(401));
        await using var second = await StartAsync(Writes("not json"));
        await using var shop = await LlmShop.OpenAsync(first.BaseUrl, null, Secondary(second));

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", 1, 1), (answer.Brain, first.Requests.Count, second.Requests.Count));
        Assert.Contains("15\u00a0750", answer.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_lies_twice_is_not_replaced_by_another_but_by_the_facts()
    {
        await using var first = await StartAsync(Says("Le bazin est à 9 000 F."), Says("Le bazin est à 9 000 F."));
        await using var second = await StartAsync(Says("Bonjour."));
        await using var shop = await LlmShop.OpenAsync(first.BaseUrl, null, Secondary(second));

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", 2, 0), (answer.Brain, first.Requests.Count, second.Requests.Count));
        Assert.Equal("rendered", answer.Guard.Verdict);
    }

    private static (string Name, string Value)[] Secondary(FakeProvider provider) =>
        [("Secondary:BaseUrl", provider.BaseUrl), ("Secondary:ApiKey", Key), ("Secondary:Model", "small-2"), ("Secondary:TimeoutSeconds", "1")];
}
