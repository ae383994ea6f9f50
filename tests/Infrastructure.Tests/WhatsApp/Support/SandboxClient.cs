using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>The sandbox's control API, as far as the tests use it.</summary>
public sealed class SandboxClient(Uri controlUrl) : IDisposable
{
    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http = new() { BaseAddress = controlUrl };

    public Task AddPhoneAsync(string number, string name) => PostAsync("/phones", new { number, name });

    public Task AddCustomerAsync(string number, string name) => PostAsync("/customers", new { number, name });

    public Task ScanAsync(string phone, string qr) => PostAsync($"/phones/{phone}/scan", new { qr });

    public Task PairAsync(string phone, string code) => PostAsync($"/phones/{phone}/pair", new { code });

    public Task UnlinkAsync(string phone) => PostAsync($"/phones/{phone}/unlink", new { });

    /// <summary>Absent settings are null.</summary>
    public Task FaultAsync(object fault) => PostAsync("/faults", JsonSerializer.SerializeToNode(fault, WithoutNulls)!);

    public async Task<int> DevicesAsync(string phone) => (await GetAsync($"/phones/{phone}"))["devices"]!.AsArray().Count;

    /// <summary>The customer writes; the id of the message.</summary>
    public async Task<string> WriteAsync(string customer, string to, string text) =>
        (await PostAsync($"/customers/{customer}/send", new { to, text }))["id"]!.GetValue<string>();

    /// <summary>The customer sends a file of this machine.</summary>
    public Task SendFileAsync(string customer, string to, string kind, string path, string? text = null) =>
        PostAsync($"/customers/{customer}/send", JsonSerializer.SerializeToNode(new { to, kind, path, text }, WithoutNulls)!);

    /// <summary>The customer sends anything that the sandbox knows; the id of the message.</summary>
    public async Task<string> SendAsync(string customer, object message) =>
        (await PostAsync($"/customers/{customer}/send", JsonSerializer.SerializeToNode(message, WithoutNulls)!))["id"]!.GetValue<string>();

    /// <summary>The vendor writes on her own phone.</summary>
    public Task WriteFromPhoneAsync(string phone, string to, string text) => PostAsync($"/phones/{phone}/send", new { to, text });

    public Task ResendAsync(string customer, string id) => PostAsync($"/customers/{customer}/resend", new { id });

    public Task ReadAsync(string customer, string with) => PostAsync($"/customers/{customer}/read", new Dictionary<string, string> { ["with"] = with });

    /// <summary>What the customer's phone shows from the shop, oldest first.</summary>
    public async Task<IReadOnlyList<(string Id, string Text)>> ShownAsync(string customer, string from)
    {
        var answer = await GetAsync($"/customers/{customer}/messages?with={Uri.EscapeDataString("+" + from)}&after=0");
        return [.. answer["messages"]!.AsArray()
            .Where(m => m!["direction"]!.GetValue<string>() == "in")
            .Select(m => (m!["id"]!.GetValue<string>(), m["text"]?.GetValue<string>() ?? ""))];
    }

    public async Task<IReadOnlyList<string>> KindsShownAsync(string customer, string from)
    {
        var answer = await GetAsync($"/customers/{customer}/messages?with={Uri.EscapeDataString("+" + from)}&after=0");
        return [.. answer["messages"]!.AsArray().Where(m => m!["direction"]!.GetValue<string>() == "in").Select(m => m!["kind"]!.GetValue<string>())];
    }

    /// <summary>The files that the customer's phone downloaded from the shop.</summary>
    public async Task<IReadOnlyList<JsonNode>> FilesShownAsync(string customer, string from)
    {
        var answer = await GetAsync($"/customers/{customer}/messages?with={Uri.EscapeDataString("+" + from)}&after=0");
        return [.. answer["messages"]!.AsArray().Where(m => m!["direction"]!.GetValue<string>() == "in" && m["media"]?["path"] is not null).Select(m => m!["media"]!)];
    }

    public async Task<bool> IsUpAsync()
    {
        try
        {
            return (await _http.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        var response = await _http.PostAsJsonAsync(path, body, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
