using System.Text.Json;
using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;
using Step = System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<Microsoft.Extensions.AI.ChatMessage>>;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>The guard between the tools of a sale and the customer: what tools say may be said, and nothing beside it.</summary>
public sealed class GuardedTradeTests
{
    public static TheoryData<string, string, string> Calls_that_speak => new()
    {
        { "dernier prix du bazin ?", "propose_price", """{"lines":[{"sku":"bazin-riche","quantity":1}],"kind":"ask"}""" },
        { "je donne 9000 pour le bazin", "propose_price", """{"lines":[{"sku":"bazin-riche","quantity":1}],"kind":"offer","customer_offer":9000}""" },
        { "vous livrez à Tokoin ?", "quote_delivery", """{"place_text":"Tokoin"}""" },
        { "je prends le bazin", "set_cart", """{"op":"add","sku":"bazin-riche","quantity":1}""" },
        { "je prends un foulard", "set_cart", """{"op":"add","sku":"foulard","quantity":1}""" },
        { "c'est quoi le bazin ?", "get_product", """{"sku":"bazin-riche"}""" },
        { "où en est ma commande ?", "order_status", "{}" },
        { "une photo du bazin ?", "send_product_photo", """{"sku":"bazin-riche","count":1}""" },
    };

    [Theory]
    [MemberData(nameof(Calls_that_speak))]
    public async Task What_a_tool_says_word_by_word_passes(string said, string tool, string arguments)
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync(said, Steps(Asks(tool, arguments), _ => Task.FromResult(new ChatMessage(ChatRole.Assistant, FactsOf(trade.Model.Seen[^2])))));

        Assert.Equal(("model-1", ""), (trade.Last!.Brain, string.Join(' ', trade.Last.Guard.Violations)));
    }

    [Theory]
    [InlineData("Je vous le laisse à 14 000 F.", "amount")]
    [InlineData("Avec la livraison à 1 500 F, cela fait 17 250 F.", "amount")]
    [InlineData("Le Bazin riche est à 1 500 F.", "amount_elsewhere")]
    [InlineData("Votre commande est confirmée.", "promise_order")]
    [InlineData("La livraison à Tokoin est offerte.", "promise_free")]
    [InlineData("Nous prenons aussi Flooz et Wave, livraison dans une heure.", "time")]
    public async Task What_no_tool_said_in_a_sale_is_replaced(string lie, string code)
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync(
            "le bazin, et la livraison à Tokoin ?", Steps(Asks("get_product", """{"sku":"bazin-riche"}"""), Asks("quote_delivery", """{"place_text":"Tokoin"}"""), Says(lie), Says(lie)));

        Assert.Equal((GuardVerdict.Rendered, "embedded"), (trade.Last!.Guard.Verdict, trade.Last.Brain));
        Assert.Contains(code, trade.Last.Guard.Violations);
        Assert.Empty(OwnAmounts.Ungrounded(trade.Last));
    }

    [Fact]
    public async Task An_order_that_a_lying_model_staged_is_dropped_with_its_words()
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync("bonjour", Steps(Cart("add", "bazin-riche"), Says("C'est confirmé à 9 000 F."), Says("C'est confirmé à 9 000 F.")));

        Assert.Equal("embedded", trade.Last!.Brain);
        Assert.Empty(await trade.Shop.ReadAsync(db => Task.FromResult(db.Carts.ToList())));
    }

    [Fact]
    public async Task A_yes_to_a_summary_needs_no_model()
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync();

        await trade.SayAsync("oui je confirme", Steps(Says("Un instant.")));

        Assert.Equal((0, "embedded"), (trade.Model.Rounds, trade.Last!.Brain));
        Assert.Single(await trade.OrdersAsync());
    }

    [Fact]
    public async Task A_model_reads_the_state_of_the_sale_and_no_floor()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("je prends le bazin, mot un", Steps(Cart("add", "bazin-riche")));
        for (var i = 0; i < 4; i++)
        {
            await trade.SayAsync($"et sinon {i} ?", Steps(Says("Dites-moi.")));
        }

        var prompt = trade.Model.Seen[0];
        Assert.Contains("cart: 1 x bazin-riche", prompt, StringComparison.Ordinal);
        Assert.True(prompt.IndexOf("<summary>", StringComparison.Ordinal) < prompt.IndexOf("et sinon", StringComparison.Ordinal));
        Assert.DoesNotContain("mot un", prompt, StringComparison.Ordinal);
        Assert.DoesNotMatch("13.?333", prompt);
    }

    private static Step Asks(string tool, string arguments) => Calls(
        tool, [.. JsonDocument.Parse(arguments).RootElement.EnumerateObject().Select(property => (property.Name, (object?)property.Value))]);

    // What the model saw last: the result of its call, whose sentences it copies.
    private static string FactsOf(string seen)
    {
        var result = JsonDocument.Parse(seen[seen.LastIndexOf("\n{", StringComparison.Ordinal)..]).RootElement;
        return string.Join(' ', result.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("sentence").GetString()));
    }
}
