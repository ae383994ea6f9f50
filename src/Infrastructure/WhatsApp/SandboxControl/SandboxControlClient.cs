using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.WhatsApp.SandboxControl;

/// <summary>The control API of the sandbox. It refuses web pages, so only the server speaks with it.</summary>
internal sealed class SandboxControlClient(HttpClient http, ISandboxNetwork network) : ISandboxPhones
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task<Result<IReadOnlyList<SandboxPhone>>> PhonesAsync(CancellationToken ct) => List(await GetAsync<List<SandboxPhone>>("phones", ct));

    public async Task<Result<IReadOnlyList<SandboxCustomer>>> CustomersAsync(CancellationToken ct) =>
        List(await GetAsync<List<SandboxCustomer>>("customers", ct));

    public async Task<Result<SandboxChat>> ChatAsync(SandboxHandset handset, string with, CancellationToken ct)
    {
        var page = await GetAsync<ChatPage>($"{PathOf(handset)}/messages?with={Escape(with)}", ct);
        return page.Value is { } chat
            ? new SandboxChat([.. chat.Messages.Select(m => new SandboxMessage(m.Id, m.Direction == "out", m.Kind, m.Text, m.At, m.Status))], chat.Typing)
            : page.Error!;
    }

    public Task<Result> AddPhoneAsync(string number, string name, CancellationToken ct) => PostAsync("phones", new { number, name }, ct);

    public Task<Result> AddCustomerAsync(string number, string name, CancellationToken ct) => PostAsync("customers", new { number, name }, ct);

    public Task<Result> ScanAsync(string phone, string qr, CancellationToken ct) => PostAsync($"phones/{Escape(phone)}/scan", new { qr }, ct);

    public Task<Result> EnterCodeAsync(string phone, string code, CancellationToken ct) => PostAsync($"phones/{Escape(phone)}/pair", new { code }, ct);

    public Task<Result> UnlinkAsync(string phone, int device, CancellationToken ct) => PostAsync($"phones/{Escape(phone)}/unlink", new { device }, ct);

    public Task<Result> SendAsync(SandboxHandset from, string to, string text, CancellationToken ct) =>
        PostAsync($"{PathOf(from)}/send", new { to, text }, ct);

    public Task<Result> ReadAsync(string customer, string with, CancellationToken ct) => PostAsync($"customers/{Escape(customer)}/read", new { with }, ct);

    public Task<Result> TypeAsync(string customer, string to, CancellationToken ct) =>
        PostAsync($"customers/{Escape(customer)}/typing", new { to, state = "composing" }, ct);

    private Task<Result<T>> GetAsync<T>(string path, CancellationToken ct) => AskAsync(
        async url =>
        {
            using var response = await http.GetAsync(url, ct);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<T>(Json, ct))!
                : (Result<T>)await RefusalOf(response, ct);
        },
        path,
        ct);

    private async Task<Result> PostAsync(string path, object body, CancellationToken ct)
    {
        var done = await AskAsync(
            async url =>
            {
                using var response = await http.PostAsJsonAsync(url, body, Json, ct);
                return response.IsSuccessStatusCode ? true : (Result<bool>)await RefusalOf(response, ct);
            },
            path,
            ct);
        return new Result(done.Error);
    }

    /// <summary>A network that is not up, does not answer or answers nonsense is one and the same to whoever plays with it.</summary>
    private async Task<Result<T>> AskAsync<T>(Func<Uri, Task<Result<T>>> ask, string path, CancellationToken ct)
    {
        if (network.ControlUrl is not { } control)
        {
            return SandboxErrors.Down;
        }

        try
        {
            return await ask(new Uri(control, path));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return SandboxErrors.Down;
        }
    }

    private static async Task<Error> RefusalOf(HttpResponseMessage response, CancellationToken ct)
    {
        var refusal = await response.Content.ReadFromJsonAsync<Refusal>(Json, ct);
        return refusal?.Error?.Code switch
        {
            "expired_code" => SandboxErrors.ExpiredCode,
            "wrong_code" => SandboxErrors.WrongCode,
            "unknown_number" => SandboxErrors.UnknownNumber,
            "number_taken" => SandboxErrors.NumberTaken,
            var code => SandboxErrors.Refused(code ?? "unknown"),
        };
    }

    private static Result<IReadOnlyList<T>> List<T>(Result<List<T>> list) => new(list.Value, list.Error);

    private static string PathOf(SandboxHandset handset) =>
        $"{(handset.Side == SandboxSide.Vendor ? "phones" : "customers")}/{Escape(handset.Number)}";

    private static string Escape(string value) => Uri.EscapeDataString(value);

    private sealed record ChatPage(IReadOnlyList<ShownMessage> Messages, bool Typing);

    private sealed record ShownMessage(string Id, string Direction, string Kind, string? Text, DateTimeOffset At, SandboxStatus Status);

    private sealed record Refusal(RefusalDetail? Error);

    private sealed record RefusalDetail(string? Code);
}
