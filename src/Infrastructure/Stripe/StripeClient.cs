using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>One request to Stripe: pinned version, form encoding, the caller's idempotency key, and the retry table.</summary>
internal sealed partial class StripeClient(HttpClient http, StripeOptions options, TimeProvider clock, ILogger<StripeClient> log)
{
    public const string Version = "2026-07-29.dahlia";

    private const int Attempts = 3;
    private static readonly TimeSpan PerAttempt = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public Task<JsonElement> GetAsync(string path, StripeForm parameters, CancellationToken ct) =>
        SendAsync(() => Request(HttpMethod.Get, parameters.Count == 0 ? path : $"{path}?{parameters.ToQuery()}", null, null), ct);

    public Task<JsonElement> PostAsync(string path, StripeForm parameters, string key, CancellationToken ct) =>
        SendAsync(() => Request(HttpMethod.Post, path, parameters, key), ct);

    public Task<JsonElement> DeleteAsync(string path, StripeForm parameters, CancellationToken ct) =>
        SendAsync(() => Request(HttpMethod.Delete, path, parameters, null), ct);

    /// <summary>All pages of a list, at most a thousand rows.</summary>
    public async Task<List<JsonElement>> ListAsync(string path, Func<StripeForm> parameters, CancellationToken ct)
    {
        List<JsonElement> rows = [];
        for (var page = 0; page < 10; page++)
        {
            var form = parameters().Add("limit", 100);
            var answer = await GetAsync(path, rows.Count == 0 ? form : form.Add("starting_after", rows[^1].Text("id")), ct);
            rows.AddRange(answer.List("data"));
            if (!answer.Flag("has_more") || rows.Count == 0)
            {
                break;
            }
        }

        return rows;
    }

    private async Task<JsonElement> SendAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var (answer, failure, wait) = await TryAsync(make, attempt, ct);
            if (answer is { } json)
            {
                return json;
            }

            if (wait is not { } pause || attempt >= Attempts || clock.GetElapsedTime(started) + pause > Longest)
            {
                throw failure!;
            }

            await Task.Delay(pause, clock, ct);
        }
    }

    private async Task<(JsonElement? Answer, BillingException? Failure, TimeSpan? Wait)> TryAsync(Func<HttpRequestMessage> make, int attempt, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(PerAttempt);
        try
        {
            using var request = make();
            using var response = await http.SendAsync(request, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            if (response.IsSuccessStatusCode && Parse(body) is { } json)
            {
                return (json, null, null);
            }

            var failure = StripeFailures.Of(response.StatusCode, Parse(body));
            Refused(request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, failure.Code, RequestIdOf(response), attempt);
            return (null, failure, StripeFailures.WaitAfter(response, attempt));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            NoAnswer(e.GetType().Name, attempt);
            return (null, new BillingException(BillingFailure.NoAnswer, "no_answer", inner: e), StripeFailures.Backoff(attempt));
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, StripeForm? parameters, string? key)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey);
        request.Headers.Add("Stripe-Version", Version);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        request.Content = parameters is null ? null : new FormUrlEncodedContent(parameters);
        return request;
    }

    /// <summary>Null for what a proxy says in HTML.</summary>
    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string RequestIdOf(HttpResponseMessage response) => response.Headers.TryGetValues("Request-Id", out var ids) ? ids.First() : "-";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe answered {Status} {Code} to {Method} {Path} (request {Request}, attempt {Attempt})")]
    private partial void Refused(string method, string path, int status, string code, string request, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe did not answer: {Reason} (attempt {Attempt})")]
    private partial void NoAnswer(string reason, int attempt);
}
