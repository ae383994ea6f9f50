using System.Text.Json;
using static WaSaas.Infrastructure.Tests.Llm.FakeProvider;

namespace WaSaas.Infrastructure.Tests.Llm;

public sealed class ModelOverHttpTests
{
    private const string Question = "Bonjour, le bazin riche est à combien ?";

    [Fact]
    public async Task A_turn_runs_over_http_with_tools_and_keeps_to_the_protocol()
    {
        await using var provider = await StartAsync(
            Calls("call_a", "search_catalogue", """{"query":"bazin riche"}"""), Says("Le Bazin riche est à 15 750 F."));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Empty(provider.Violations);
        Assert.Equal("small-1", answer.Brain);
        Assert.Equal("Le Bazin riche est à 15 750 F.", Assert.Single(answer.Texts).Replace('\u00a0', ' '));
        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(
            [
                "search_catalogue", "get_product", "propose_price", "quote_delivery", "set_cart", "set_customer", "recap_order", "confirm_order", "send_product_photo",
                "get_shop_info", "order_status", "hand_off_to_human", "record_opt_out",
            ],
            provider.Requests[0].GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        var result = JsonDocument.Parse(Messages(provider.Requests[1])[^1].GetProperty("content").GetString()!).RootElement;
        Assert.Equal(15_750, result.GetProperty("items")[0].GetProperty("price").GetProperty("minor").GetInt64());
        Assert.Equal("available", result.GetProperty("items")[0].GetProperty("stock").GetString());
    }

    [Fact]
    public async Task What_changes_from_turn_to_turn_stands_behind_what_does_not()
    {
        await using var provider = await StartAsync(Says("Bonjour."));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        await shop.AskAsync(Question);

        var messages = Messages(provider.Requests[0]);
        Assert.Equal(["system", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        var (system, user) = (messages[0].GetProperty("content").GetString()!, messages[1].GetProperty("content").GetString()!);
        Assert.Contains("name: Tissus Afi", system, StringComparison.Ordinal);
        Assert.DoesNotContain("1970", system, StringComparison.Ordinal);
        Assert.EndsWith("</state>", user, StringComparison.Ordinal);
        Assert.Contains("language: fr", user, StringComparison.Ordinal);
        Assert.DoesNotContain("13333", provider.Requests[0].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_failure_is_tried_once_more(int status)
    {
        await using var provider = await StartAsync(Refuses(status), Says("Bonjour, que cherchez-vous ?"));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("small-1", 2), (answer.Brain, provider.Requests.Count));
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(429, 2)]
    [InlineData(500, 2)]
    public async Task A_lasting_failure_leaves_the_answer_to_the_embedded_assistant(int status, int requests)
    {
        await using var provider = await StartAsync([.. Enumerable.Repeat(Refuses(status), 4)]);
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", requests), (answer.Brain, provider.Requests.Count));
        Assert.Contains("15\u00a0750\u00a0F", answer.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_long_pause_is_not_waited_for()
    {
        await using var provider = await StartAsync(Refuses(429, retryAfter: "30"), Says("zu spät"));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", 1), (answer.Brain, provider.Requests.Count));
    }

    [Fact]
    public async Task A_provider_that_hangs_costs_two_timeouts_and_no_answer()
    {
        await using var provider = await StartAsync(Hangs(), Hangs());
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", 2), (answer.Brain, provider.Requests.Count));
        Assert.Contains("15\u00a0750", answer.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_tool_call_is_told_to_the_model_which_may_mend_it()
    {
        await using var provider = await StartAsync(
            Calls("call_a", "search_catalogue", "{\"query\": \"bazin"),
            Calls("call_b", "search_catalogue", """{"query":"bazin"}"""),
            Says("Bazin riche : 15 750 F."));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Empty(provider.Violations);
        Assert.Equal("small-1", answer.Brain);
        Assert.Contains("malformed_arguments", Messages(provider.Requests[1])[^1].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""")]
    [InlineData("not json")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":""}}]}""")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null}}]}""")]
    public async Task An_empty_or_unreadable_answer_is_no_answer(string body)
    {
        await using var provider = await StartAsync(Writes(body));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl);

        var answer = await shop.AskAsync(Question);

        Assert.Equal(("embedded", 1), (answer.Brain, provider.Requests.Count));
        Assert.Contains("15\u00a0750", answer.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_failures_the_provider_is_left_alone_for_a_minute()
    {
        var clock = new HandClock();
        await using var provider = await StartAsync([.. Enumerable.Repeat(Refuses(401), 5), Says("Bonjour, que cherchez-vous ?")]);
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("embedded", (await shop.AskAsync(Question)).Brain);
        }

        var left = await shop.AskAsync(Question);
        Assert.Equal(("embedded", 5), (left.Brain, provider.Requests.Count));

        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("small-1", (await shop.AskAsync(Question)).Brain);
    }

    [Fact]
    public async Task A_shop_whose_turns_fail_does_not_switch_the_model_off_for_another()
    {
        await using var provider = await StartAsync([.. Enumerable.Repeat(Refuses(401), 5), Says("Bonjour, que cherchez-vous ?")]);
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, new HandClock());
        for (var i = 0; i < 5; i++)
        {
            await shop.AskAsync(Question);
        }

        Assert.Equal("embedded", (await shop.AskAsync(Question)).Brain);
        await shop.AddShopAsync();
        Assert.Equal("small-1", (await shop.AskAsync(Question)).Brain);
    }

    [Fact]
    public async Task Tokens_and_their_cost_are_counted_over_all_calls_of_a_turn()
    {
        await using var provider = await StartAsync(
            Calls("call_a", "search_catalogue", """{"query":"bazin riche"}"""), Says("Le Bazin riche est à 15 750 F."));
        await using var shop = await LlmShop.OpenAsync(
            provider.BaseUrl, null, ("Prices:Input", "2"), ("Prices:CachedInput", "0.5"), ("Prices:Output", "8"));

        var answer = await shop.AskAsync(Question);

        Assert.Equal((1_800, 1_280, 40), (answer.Tokens.Input, answer.Tokens.CachedInput, answer.Tokens.Output));
        Assert.Equal(2 * ((260 * 2) + 320 + (20 * 8)), answer.Tokens.CostMicros);
        Assert.True(answer.Times.Total >= answer.Times.Model && answer.Times.Model > 0);
    }

    [Fact]
    public async Task The_beginning_of_the_prompt_is_the_same_for_every_turn_of_a_shop_and_keyed_by_it()
    {
        await using var provider = await StartAsync(Says("Bonjour."), Says("Bonjour."));
        await using var shop = await LlmShop.OpenAsync(provider.BaseUrl, null, ("PromptCacheKey", "true"));

        await shop.AskAsync(Question);
        await shop.AskAsync("Vous avez du wax ?");

        Assert.Empty(provider.Violations);
        Assert.Equal(Messages(provider.Requests[0])[0].GetRawText(), Messages(provider.Requests[1])[0].GetRawText());
        Assert.Equal(provider.Requests[0].GetProperty("tools").GetRawText(), provider.Requests[1].GetProperty("tools").GetRawText());
        Assert.Equal(32, provider.Requests[0].GetProperty("prompt_cache_key").GetString()!.Length);
        Assert.Equal(provider.Requests[0].GetProperty("prompt_cache_key").GetString(), provider.Requests[1].GetProperty("prompt_cache_key").GetString());
    }

    private static JsonElement[] Messages(JsonElement request) => [.. request.GetProperty("messages").EnumerateArray()];

    /// <summary>Tells the time by hand; its timers run by the system's clock.</summary>
    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
