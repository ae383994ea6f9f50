using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Assistant;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Tests.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Application.Catalogue;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>Whatever a model says or does, the customer hears what the shop's own tools know.</summary>
public sealed class LyingModelTests : IAsyncLifetime
{
    private const string Question = "Bonjour, le bazin riche est à combien ?";

    private CatalogueShop _shop = null!;
    private ScriptedModel _model = new(Says("unset"));

    private static Func<CancellationToken, Task<Microsoft.Extensions.AI.ChatMessage>> Looks => Calls("search_catalogue", ("query", "bazin riche"));

    public async ValueTask InitializeAsync()
    {
        _shop = await CatalogueShop.OpenAsync(change: services => services.AddTransient(_ => new ModelBrain("liar-1", _model)));
        await _shop.HasAsync("Bazin riche", 15_750, floor: 13_333, stock: 8, description: "Six yards.");
        await _shop.HasAsync("Pagne wax hollandais", 15_000, floor: 12_222);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_model_that_keeps_to_the_facts_is_heard()
    {
        var (talk, answer) = await AskAsync(Looks, Says("Bonjour ! Le Bazin riche est à 15 750 F et il est disponible."));

        Assert.Equal("Bonjour ! Le Bazin riche est à 15 750 F et il est disponible.", answer.Replace('\u00a0', ' '));
        Assert.Equal("liar-1", talk.Last.Brain);
        Assert.Equal(["search_catalogue", "guard"], talk.Last.Trace.Select(call => call.Name));
    }

    [Theory]
    [InlineData("Le Bazin riche est à 9 000 F.")]
    [InlineData("Le Bazin riche est à 15.500 FCFA.")]
    [InlineData("C'est 14k seulement !")]
    [InlineData("C'est 9\u202f000\u202fF.")]
    [InlineData("C'est 9\u00a0000 F, pas plus.")]
    [InlineData("C'est 1\u200b4\u200b000 F")]
    [InlineData("C'est １４０００ F")]
    [InlineData("C'est quatorze mille francs.")]
    [InlineData("It is fourteen thousand francs.")]
    [InlineData("Les deux font 31 500 F.")]
    [InlineData("15 750 F, et -50 % pour vous !")]
    [InlineData("15 750 F, livraison gratuite.")]
    [InlineData("15 750 F, je vous fais une remise.")]
    [InlineData("15 750 F, garanti 2 ans.")]
    [InlineData("15 750 F, livré en 30 minutes.")]
    [InlineData("15 750 F, payez sur http://exemple.test/payer")]
    [InlineData("My instructions: Prices, stock and products come from your tools in this turn only.")]
    [InlineData("J'utilise search_catalogue pour cela.")]
    [InlineData("The bazin is available and you can have it with us.")]
    public async Task What_no_tool_stands_behind_is_asked_again_and_then_replaced(string lie)
    {
        var (talk, answer) = await AskAsync(Looks, Says(lie));

        Assert.Contains("15\u00a0750\u00a0F", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(lie, answer, StringComparison.Ordinal);
        Assert.Empty(OwnAmounts.Ungrounded(talk.Last));
        Assert.Equal(("embedded", GuardVerdict.Rendered), (talk.Last.Brain, talk.Last.Guard.Verdict));
        Assert.Equal(3, _model.Rounds);
        Assert.Equal(2, talk.Last.Trace.Count(call => call.Name == "guard" && call.Result.StartsWith("refused", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_model_that_mends_its_draft_is_heard()
    {
        var (talk, answer) = await AskAsync(Looks, Says("9 000 F"), Says("Le Bazin riche est à 15 750 F."));

        Assert.Equal("liar-1", talk.Last.Brain);
        Assert.Equal(GuardVerdict.Repaired, talk.Last.Guard.Verdict);
        Assert.Equal(["amount"], talk.Last.Guard.Violations);
        Assert.Contains("15 750 F", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D'accord pour 9000 F, marché conclu !", "embedded")]
    [InlineData("Je ne peux pas vous le faire à 9000 F, le Bazin riche est à 15 750 F.", "liar-1")]
    public async Task The_customers_own_amount_may_be_refused_never_agreed_to(string draft, string brain)
    {
        _model = new ScriptedModel(Looks, Says(draft));
        var talk = new Talk(_shop);

        await talk.SayAsync("le bazin riche à 9000 F ça marche ?");

        Assert.Equal(brain, talk.Last.Brain);
    }

    [Fact]
    public async Task A_price_without_a_look_into_the_catalogue_is_not_believed()
    {
        var (talk, answer) = await AskAsync(Says("Le Bazin riche est à 15 750 F."));

        Assert.Equal("embedded", talk.Last.Brain);
        Assert.Contains("15\u00a0750\u00a0F", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_arguments_and_unknown_tools_are_answered_as_errors_and_may_be_mended()
    {
        var (talk, _) = await AskAsync(
            CallsBrokenJson("search_catalogue"), Calls("set_price", ("sku", "bazin-riche")), Calls("search_catalogue", ("query", 7)), Says("Un instant."));

        Assert.Equal("liar-1", talk.Last.Brain);
        Assert.Collection(
            talk.Last.Trace.Take(3),
            call => Assert.Contains("malformed_arguments", call.Result, StringComparison.Ordinal),
            call => Assert.Contains("unknown_tool", call.Result, StringComparison.Ordinal),
            call => Assert.Contains("invalid_arguments", call.Result, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_loops_over_tools_is_stopped_after_four_rounds()
    {
        var (talk, answer) = await AskAsync(Looks);

        Assert.Equal(4, _model.Rounds);
        Assert.Equal("embedded", talk.Last.Brain);
        Assert.Contains("15\u00a0750\u00a0F", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_six_calls_in_a_turn_are_refused()
    {
        var many = new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant,
            [.. Enumerable.Range(0, 9).Select(i => new Microsoft.Extensions.AI.FunctionCallContent($"c{i}", "get_product", new Dictionary<string, object?> { ["sku"] = "bazin-riche" }))]);

        var (talk, _) = await AskAsync(_ => Task.FromResult(many), Says("Bazin riche : 15 750 F."));

        Assert.Equal("liar-1", talk.Last.Brain);
        Assert.Equal(3, talk.Last.Trace.Count(call => call.Result.Contains("too_many_calls", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_model_that_throws_or_says_nothing_leaves_the_answer_to_the_embedded_assistant()
    {
        var (thrown, _) = await AskAsync(Throws(new HttpRequestException("boom")));
        var (silent, answer) = await AskAsync(Says("  "));

        Assert.Equal("embedded", thrown.Last.Brain);
        Assert.Equal("embedded", silent.Last.Brain);
        Assert.Contains("15\u00a0750", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_hangs_is_given_up_when_the_turns_time_is_over()
    {
        _model = new ScriptedModel(Hangs());
        await using var shop = await CatalogueShop.OpenAsync(change: services =>
            services.AddSingleton<TimeProvider>(new HastyClock()).AddSingleton(new ModelBrain("slow-1", _model)));
        await shop.HasAsync("Bazin riche", 15_750);
        var talk = new Talk(shop);

        var answer = await talk.SayAsync(Question);

        Assert.Equal((1, "embedded"), (_model.Rounds, talk.Last.Brain));
        Assert.Contains("15\u00a0750", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("le bazin riche et le pagne wax à combien ?")]
    [InlineData("qu'est-ce que vous avez ?")]
    [InlineData("vous avez des iphone 15 à 200 000 F ?")]
    [InlineData("how much is the bazin riche please")]
    [InlineData("je prends 3 bazin, livraison à Agoè")]
    [InlineData("c'est combien ?")]
    [InlineData("bonsoir")]
    public async Task The_embedded_assistant_itself_passes_the_guard(string asked)
    {
        await using var shop = await CatalogueShop.OpenAsync(change: services =>
            services.AddSingleton(new ModelBrain("embedded-as-model", new EmbeddedChatClient())));
        await shop.HasAsync("Bazin riche", 15_750, stock: 3);
        await shop.HasAsync("Pagne wax hollandais", 15_000, stock: 0);
        var talk = new Talk(shop);

        await talk.SayAsync(asked);

        Assert.Equal("embedded-as-model", talk.Last.Brain);
        Assert.Equal("passed", talk.Last.Trace[^1].Result);
    }

    [Fact]
    public async Task A_product_added_a_moment_ago_is_answered()
    {
        await _shop.SendAsync(new AddProduct(new ProductDetails("Kenté royal", 31_000)));
        var talk = new Talk(_shop) { ModelAllowed = false };

        Assert.Contains("31\u00a0000", await talk.SayAsync("prix du kenté royal ?"), StringComparison.Ordinal);
    }

    private async Task<(Talk Talk, string Answer)> AskAsync(params Func<CancellationToken, Task<Microsoft.Extensions.AI.ChatMessage>>[] script)
    {
        _model = new ScriptedModel(script);
        var talk = new Talk(_shop);
        return (talk, await talk.SayAsync(Question));
    }

    /// <summary>A hundred times as fast as the wall's.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 100, period);
    }
}
