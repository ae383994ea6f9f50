using System.Net;
using System.Text.Json;
using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Sandbox;

/// <summary>The phones of the pretend network, by its control API. Wishes answer with the API's error code, null when done.</summary>
public sealed class SandboxClient(HttpClient http, ISandboxNetwork network)
{
    public const string Unreachable = "unreachable";

    public bool IsUp => network.ControlUrl is not null;

    public Task<SandboxPhone?> PhoneAsync(string number, CancellationToken ct) => GetAsync<SandboxPhone>($"phones/{Escape(number)}", ct);

    public async Task<IReadOnlyList<SandboxCustomer>> CustomersAsync(CancellationToken ct) =>
        await GetAsync<List<SandboxCustomer>>("customers", ct) ?? [];

    /// <summary>What a customer's phone shows of her chat with that number.</summary>
    public async Task<SandboxChat> ChatAsync(string customer, string with, CancellationToken ct) =>
        await GetAsync<SandboxChat>($"customers/{Escape(customer)}/messages?with={Escape(with)}&after=0", ct) ?? new SandboxChat([], false);

    /// <summary>Idempotent.</summary>
    public Task<string?> AddPhoneAsync(string number, string name, CancellationToken ct) => PostAsync("phones", new { number, name }, ct);

    public Task<string?> ScanAsync(string number, string qr, CancellationToken ct) => PostAsync($"phones/{Escape(number)}/scan", new { qr }, ct);

    public Task<string?> PairAsync(string number, string code, CancellationToken ct) => PostAsync($"phones/{Escape(number)}/pair", new { code }, ct);

    public Task<string?> UnlinkAsync(string number, CancellationToken ct) => PostAsync($"phones/{Escape(number)}/unlink", new { }, ct);

    public Task<string?> VendorSaysAsync(string number, string to, string text, CancellationToken ct) =>
        PostAsync($"phones/{Escape(number)}/send", new { to, text }, ct);

    /// <summary>A customer who reads at once, so that ticks turn.</summary>
    public Task<string?> AddCustomerAsync(string number, string name, CancellationToken ct) => PostAsync("customers", new { number, name, autoRead = true }, ct);

    public Task<string?> CustomerSaysAsync(string number, string to, string text, CancellationToken ct) =>
        PostAsync($"customers/{Escape(number)}/send", new { to, text }, ct);

    private static string Escape(string number) => Uri.EscapeDataString(number);

    private async Task<T?> GetAsync<T>(string path, CancellationToken ct)
        where T : class
    {
        if (network.ControlUrl is not { } root)
        {
            return null;
        }

        try
        {
            using var answer = await http.GetAsync(new Uri(root, path), ct);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<T>(ct) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<string?> PostAsync(string path, object body, CancellationToken ct)
    {
        if (network.ControlUrl is not { } root)
        {
            return Unreachable;
        }

        try
        {
            using var answer = await http.PostAsJsonAsync(new Uri(root, path), body, ct);
            return answer.IsSuccessStatusCode ? null : await CodeAsync(answer, ct);
        }
        catch (HttpRequestException)
        {
            return Unreachable;
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return body.GetProperty("error").GetProperty("code").GetString() ?? Unreachable;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return answer.StatusCode == HttpStatusCode.NotFound ? "not_found" : Unreachable;
        }
    }
}

internal static class SandboxServices
{
    public static IServiceCollection AddSandboxClient(this IServiceCollection services)
    {
        services.AddHttpClient<SandboxClient>(http => http.Timeout = TimeSpan.FromSeconds(20));
        return services;
    }
}
