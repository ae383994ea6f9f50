using System.Net.Http.Json;
using System.Text.Json;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>The sandbox's phones, through its documented control API.</summary>
public sealed class SandboxClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(70) };

    public Task PhoneAsync(string number) => PostAsync("/phones", new { number, name = "Vendor" });

    public Task CustomerAsync(string number, bool autoRead = false) => PostAsync("/customers", new { number, name = "Kossi", autoRead });

    public Task ScanAsync(string number, string qr) => PostAsync($"/phones/{Uri.EscapeDataString(number)}/scan", new { qr });

    public Task PairAsync(string number, string code) => PostAsync($"/phones/{Uri.EscapeDataString(number)}/pair", new { code });

    public async Task<string> CustomerSaysAsync(string customer, string to, string text) =>
        (await PostAsync($"/customers/{Uri.EscapeDataString(customer)}/send", new { to, text })).GetProperty("id").GetString()!;

    /// <summary>A file of this machine as a voice note.</summary>
    public Task CustomerSpeaksAsync(string customer, string to, string path) =>
        PostAsync($"/customers/{Uri.EscapeDataString(customer)}/send", new { to, kind = "audio", path });

    public Task VendorSaysAsync(string phone, string to, string text) => PostAsync($"/phones/{Uri.EscapeDataString(phone)}/send", new { to, text });

    public Task ReadAsync(string customer, string with) => PostAsync($"/customers/{Uri.EscapeDataString(customer)}/read", new { with });

    public Task FaultAsync(object fault) => PostAsync("/faults", fault);

    public Task UnlinkAsync(string phone) => PostAsync($"/phones/{Uri.EscapeDataString(phone)}/unlink", new { });

    public async Task<int> DevicesAsync(string phone) =>
        (await _http.GetFromJsonAsync<JsonElement>($"/phones/{Uri.EscapeDataString(phone)}")).GetProperty("devices").GetArrayLength();

    /// <summary>What the customer's phone shows from the shop, decrypted, oldest first.</summary>
    public async Task<IReadOnlyList<Shown>> AnswersAsync(string customer, string from)
    {
        var page = await _http.GetFromJsonAsync<JsonElement>(
            $"/customers/{Uri.EscapeDataString(customer)}/messages?with={Uri.EscapeDataString(from)}&after=0");
        return [.. page.GetProperty("messages").EnumerateArray()
            .Where(m => m.GetProperty("direction").GetString() == "in")
            .Select(m => new Shown(m.GetProperty("id").GetString()!, m.GetProperty("text").GetString()?.Replace('\u00a0', ' ').Replace('\u202f', ' ') ?? ""))];
    }

    public Task AnsweredAsync(string customer, string from, string text, int seconds = 20, Func<string>? explain = null) => Eventually.TrueAsync(
        async () => (await AnswersAsync(customer, from)).Any(m => m.Text.Contains(text, StringComparison.Ordinal)), $"{customer} sees '{text}'", seconds, explain);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}

public sealed record Shown(string Id, string Text);
