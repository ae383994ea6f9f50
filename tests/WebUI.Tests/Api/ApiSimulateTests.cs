using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>The simulate call as it is promised to other programs, over HTTP with a key.</summary>
[Collection(nameof(AssistantTests))]
public sealed class ApiSimulateTests(AssistantHost host)
{
    [Fact]
    public async Task A_whole_sale_is_told_in_state_and_trace()
    {
        using var shop = await OpenAsync();

        var priced = await SayAsync(shop, "Bonjour, c'est combien le bazin ?");
        Assert.Equal("none", priced.State("order").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, priced.State("delivery").ValueKind);
        Assert.Equal("XOF", priced.Body.GetProperty("currency").GetString());
        var tool = priced.Body.GetProperty("trace").GetProperty("tools")[0];
        Assert.Equal("search_catalogue", tool.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Object, tool.GetProperty("arguments").ValueKind);
        Assert.Equal("ok", tool.GetProperty("result").GetProperty("status").GetString());

        var haggled = await SayAsync(shop, "je donne 14 000");
        var talk = Assert.Single(haggled.State("negotiations").EnumerateArray());
        Assert.Equal(("P1", 14_000, "unit"), (
            talk.GetProperty("sku").GetString(),
            talk.GetProperty("customerOffers")[0].GetProperty("amount").GetInt64(),
            talk.GetProperty("customerOffers")[0].GetProperty("basis").GetString()));

        await SayAsync(shop, "je prends 2 bazin");
        var placed = await SayAsync(shop, "livrez à Tokoin");
        Assert.Equal("draft", placed.State("order").GetProperty("status").GetString());
        Assert.Equal(("ok", 1_500), (placed.State("delivery").GetProperty("status").GetString(), placed.State("delivery").GetProperty("fee").GetInt64()));

        await SayAsync(shop, "Afi, 90 12 34 56");
        var ordered = await SayAsync(shop, "oui je confirme");
        Assert.Equal("confirmed", ordered.State("order").GetProperty("status").GetString());
        Assert.False(string.IsNullOrEmpty(ordered.State("order").GetProperty("number").GetString()));
        Assert.Equal(2, ordered.State("cart")[0].GetProperty("quantity").GetInt32());
        Assert.Equal(ordered.State("goods").GetInt64() + 1_500, ordered.State("total").GetInt64());
        Assert.DoesNotContain("13000", ordered.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_all_kinds_is_one_turn()
    {
        using var shop = await OpenAsync();

        var answer = await PostAsync(shop, new
        {
            conversation = "kinds",
            messages = new object[]
            {
                new { from = "customer", kind = "image", text = "vous avez ce bazin ?" },
                new { from = "customer", kind = "voice", text = "c'est combien le bazin", confidence = 0.9, seconds = 6 },
                new { from = "customer", kind = "location", latitude = 6.13, longitude = 1.22 },
            },
        });

        var kinds = answer.Body.GetProperty("replies").EnumerateArray().Select(reply => reply.GetProperty("kind").GetString()).ToList();
        Assert.Equal("voice", kinds[0]);
        Assert.Contains("text", kinds);
        Assert.All(answer.Body.GetProperty("replies").EnumerateArray(), reply => Assert.Equal("fr", reply.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task The_clock_is_the_callers_and_does_not_go_back()
    {
        using var shop = await OpenAsync();
        await PostAsync(shop, new { conversation = "clock", at = "2027-03-01T10:00:00Z", messages = new[] { new { text = "Bonjour" } } });

        var back = await shop.Http.PostAsJsonAsync("/api/ai/simulate", new { conversation = "clock", at = "2027-03-01T09:59:59Z", messages = new[] { new { text = "Bonjour" } } });

        Assert.Equal(("clock_went_back", "at"), await FieldAsync(shop, back, 400));
    }

    [Fact]
    public async Task A_vendors_message_is_taken_in_silence()
    {
        using var shop = await OpenAsync();
        await SayAsync(shop, "Bonjour");

        var taken = await PostAsync(shop, new { conversation = "c1", messages = new[] { new { from = "vendor", kind = "text", text = "C'est moi." } } });

        Assert.Equal(0, taken.Body.GetProperty("replies").GetArrayLength());
        Assert.Equal("person", taken.State("responder").GetString());
        Assert.Equal("none", taken.Body.GetProperty("trace").GetProperty("brain").GetString());
    }

    [Theory]
    [InlineData("""{ "messages": [ { "text": "Bonjour" } ] }""", "conversation_length", "conversation", 400)]
    [InlineData("""{ "conversation": "c1", "at": "yesterday", "messages": [ { "text": "Bonjour" } ] }""", "bad_request", "at", 400)]
    [InlineData("""{ "conversation": "c1", "at": "1999-01-01T00:00:00Z", "messages": [ { "text": "Bonjour" } ] }""", "clock_range", "at", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [] }""", "message_count", "messages", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [ { "text": "a" }, { "text": " " } ] }""", "text_length", "messages[1].text", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [ { "kind": "dance", "text": "a" } ] }""", "kind_unknown", "messages[0].kind", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [ { "kind": "location", "latitude": 91, "longitude": 1 } ] }""", "place_range", "messages[0].latitude", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [ { "kind": "location", "latitude": 6 } ] }""", "place_range", "messages[0].longitude", 400)]
    [InlineData("""{ "conversation": "c1", "messages": [ { "kind": "voice", "confidence": 2 } ] }""", "confidence_range", "messages[0].confidence", 400)]
    public async Task What_is_wrong_is_named_with_its_field(string body, string code, string field, int status)
    {
        using var shop = await OpenAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal((code, field), await FieldAsync(shop, await shop.Http.PostAsync("/api/ai/simulate", content), status));
    }

    [Fact]
    public async Task A_text_of_4096_characters_is_read_and_one_more_is_too_large()
    {
        using var shop = await OpenAsync();

        await SayAsync(shop, new string('a', 4_096));
        var refused = await shop.Http.PostAsJsonAsync("/api/ai/simulate", new { conversation = "c1", messages = new[] { new { text = new string('a', 4_097) } } });

        Assert.Equal(("text_length", "messages[0].text"), await FieldAsync(shop, refused, 413));
    }

    [Fact]
    public async Task Simulating_has_a_limit_of_its_own()
    {
        using var shop = await OpenAsync();
        HttpResponseMessage answer = null!;
        for (var call = 0; call <= AssistantHost.SimulatedPerMinute; call++)
        {
            answer = await shop.Http.PostAsJsonAsync("/api/ai/simulate", new { });
        }

        Assert.Equal("too_many_requests", await ApiShop.CodeAsync(answer, 429));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await shop.Http.GetAsync("/api/whatsapp/status")).StatusCode);
    }

    [Fact]
    public async Task The_document_describes_what_is_sent_and_answered()
    {
        using var anybody = new HttpClient { BaseAddress = host.Url };

        var document = await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var simulate = document.GetProperty("paths").GetProperty("/api/ai/simulate").GetProperty("post");
        Assert.True(simulate.GetProperty("responses").TryGetProperty("413", out _));
        var text = document.ToString();
        Assert.All(["agreedUnitPrice", "customerOffers", "cachedInput", "confidence", "bearer"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private static async Task<(string Code, string? Field)> FieldAsync(ApiShop shop, HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (await ApiShop.CodeAsync(answer, status), body.TryGetProperty("field", out var field) ? field.GetString() : null);
    }

    private async Task<ApiShop> OpenAsync()
    {
        var shop = await ApiShop.OpenAsync(host);
        await host.SendAsync(shop.Id, new AddZone(new ZoneDetails("Tokoin", 1_500)));
        return shop;
    }

    private static Task<Answer> SayAsync(ApiShop shop, string text) =>
        PostAsync(shop, new { conversation = "c1", messages = new[] { new { from = "customer", kind = "text", text } } });

    private static async Task<Answer> PostAsync(ApiShop shop, object body)
    {
        var answer = await shop.Http.PostAsJsonAsync("/api/ai/simulate", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return new Answer(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private sealed record Answer(JsonElement Body)
    {
        public JsonElement State(string name) => Body.GetProperty("state").GetProperty(name);
    }
}
