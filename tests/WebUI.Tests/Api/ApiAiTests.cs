using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

[Collection(nameof(ApiTests))]
public sealed class ApiAiTests(UiHost host)
{
    [Fact]
    public async Task A_simulated_customer_is_answered_and_can_be_forgotten()
    {
        using var shop = await ApiShop.OpenAsync(host);

        var replies = await SimulateAsync(shop, "c1", "Bonjour, le wax est à combien ?");
        await SimulateAsync(shop, "c1", "Merci");
        Assert.Equal(4, await MessagesAsync(shop));
        var forgotten = await shop.Http.PostAsJsonAsync("/api/ai/reset", new { conversation = "c1" });

        Assert.All(replies.EnumerateArray(), reply => Assert.Equal("text", reply.GetProperty("kind").GetString()));
        Assert.Contains("18 000 F", replies.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        Assert.Equal(0, await MessagesAsync(shop));
    }

    [Fact]
    public async Task Forgetting_what_never_was_is_fine()
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal(HttpStatusCode.NoContent, (await shop.Http.PostAsJsonAsync("/api/ai/reset", new { conversation = "never" })).StatusCode);
    }

    [Theory]
    [InlineData("""{ "messages": [ { "from": "customer", "kind": "text", "text": "Bonjour" } ] }""", "conversation_length")]
    [InlineData("""{ "conversation": "c1" }""", "message_count")]
    [InlineData("""{ "conversation": "c1", "messages": [] }""", "message_count")]
    [InlineData("""{ "conversation": "c1", "messages": [ null ] }""", "text_length")]
    [InlineData("""{ "conversation": "c1", "messages": [ { "from": "customer", "kind": "text", "text": " " } ] }""", "text_length")]
    [InlineData("""{ "conversation": "c1", "messages": [ { "from": "operator", "kind": "text", "text": "Bonjour" } ] }""", "author_unknown")]
    [InlineData("""{ "conversation": "c1", "messages": [ { "from": "customer", "kind": "dance", "text": "Bonjour" } ] }""", "kind_unknown")]
    [InlineData("""{ "conversation": "c1", "messages": "Bonjour" }""", "bad_request")]
    public async Task What_cannot_be_simulated_is_a_problem_with_a_code(string body, string code)
    {
        using var shop = await ApiShop.OpenAsync(host);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(code, await ApiShop.CodeAsync(await shop.Http.PostAsync("/api/ai/simulate", content), 400));
    }

    private Task<int> MessagesAsync(ApiShop shop) => host.InShopAsync(shop.Id, s => s.GetRequiredService<IAppDbContext>().Messages.CountAsync());

    private static async Task<JsonElement> SimulateAsync(ApiShop shop, string conversation, string text)
    {
        var answer = await shop.Http.PostAsJsonAsync("/api/ai/simulate", new { conversation, messages = new[] { new { from = "customer", kind = "text", text } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("replies");
    }
}
