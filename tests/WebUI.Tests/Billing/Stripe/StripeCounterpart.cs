using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaSaas.WebUI.Tests.Billing.Stripe;

internal enum Fault
{
    TooMany = 1,
    ServerError = 2,

    /// <summary>The connection breaks before anything happened.</summary>
    DropBefore = 3,

    /// <summary>It happened, and the answer is lost.</summary>
    DropAfter = 4,
}

/// <summary>
/// A strict stand-in for Stripe over real HTTP on loopback: keys, version, encoding and every parameter are checked; it
/// keeps state, remembers idempotency keys with their parameters, fails when told to, and signs its notices.
/// </summary>
internal sealed class StripeCounterpart : IAsyncDisposable
{
    public const string SecretKey = "sk_test_counterpart";
    public const string WebhookSecret = "whsec_counterpart";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Parameters, int Status, string Body)> _keys = [];
    private readonly WebApplication _app;
    private bool _dropNext;

    private StripeCounterpart(TimeProvider clock)
    {
        State = new StripeState(clock);
        Routes = new StripeRoutes(State);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public StripeState State { get; }

    public StripeRoutes Routes { get; }

    /// <summary>Used up one by one, each by the next POST.</summary>
    public Queue<Fault> Faults { get; } = new();

    /// <summary>What came in and was executed, as <c>POST /v1/customers</c>.</summary>
    public List<string> Executed { get; } = [];

    /// <summary>What was wrong with requests; a good test ends with none.</summary>
    public List<StripeComplaint> Complaints { get; } = [];

    public Uri Url { get; private set; } = null!;

    public static async Task<StripeCounterpart> StartAsync(TimeProvider clock)
    {
        var stripe = new StripeCounterpart(clock);
        await stripe._app.StartAsync();
        stripe.Url = new Uri(stripe._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return stripe;
    }

    /// <summary>Delivers a notice as Stripe does.</summary>
    public async Task<int> DeliverAsync(HttpClient to, JsonObject notice, string secret = WebhookSecret, long? at = null)
    {
        var (body, time) = (notice.ToJsonString(), at ?? State.Now);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        request.Headers.Add("Stripe-Signature", $"t={time},v1={new string('0', 64)},v1={Sign(body, time, secret)},v0=ignored");
        using var answer = await to.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public static string Sign(string body, long time, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http, int status, string body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        http.Response.Headers["Request-Id"] = "req_test";
        await http.Response.WriteAsync(body);
    }

    private static string ErrorBody(string type, string code, string message, string? param = null) =>
        new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["code"] = code, ["message"] = message, ["param"] = param } }.ToJsonString();

    private static (string Call, string? Id) CallOf(HttpRequest request)
    {
        var path = request.Path.Value!;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = parts is ["v1", "checkout", "sessions", _, ..] ? 3 : parts is ["v1", "subscriptions" or "products" or "customers" or "disputes" or "charges", _, ..] ? 2 : -1;
        return at < 0 ? ($"{request.Method} {path}", null) : ($"{request.Method} /{string.Join('/', parts.Select((part, i) => i == at ? "{id}" : part))}", parts[at]);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var request = http.Request;
        var (call, id) = CallOf(request);
        var form = request.HasFormContentType ? (await request.ReadFormAsync()).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))) : [];
        var given = request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))).Concat(form).ToList();
        if (Fault(request) is { } fault && await FailsBeforeAsync(http, fault))
        {
            return;
        }

        var (status, body) = Execute(request, call, id, given);
        if (_dropNext)
        {
            _dropNext = false;
            http.Abort();
            return;
        }

        await AnswerAsync(http, status, body);
    }

    private Fault? Fault(HttpRequest request)
    {
        lock (_lock)
        {
            return HttpMethods.IsPost(request.Method) && Faults.TryDequeue(out var fault) ? fault : null;
        }
    }

    private async Task<bool> FailsBeforeAsync(HttpContext http, Fault fault)
    {
        switch (fault)
        {
            case Stripe.Fault.TooMany:
                await AnswerAsync(http, StatusCodes.Status429TooManyRequests, ErrorBody("invalid_request_error", "rate_limit", "Too many requests."));
                return true;
            case Stripe.Fault.ServerError:
                await AnswerAsync(http, StatusCodes.Status500InternalServerError, "<html>proxy</html>");
                return true;
            case Stripe.Fault.DropBefore:
                http.Abort();
                return true;
            default:
                _dropNext = true;
                return false;
        }
    }

    private (int Status, string Body) Execute(HttpRequest request, string call, string? id, List<KeyValuePair<string, string>> given)
    {
        lock (_lock)
        {
            if (request.Headers.Authorization != $"Bearer {SecretKey}")
            {
                return (StatusCodes.Status401Unauthorized, ErrorBody("invalid_request_error", "api_key_invalid", "Invalid API Key provided."));
            }

            var key = request.Headers["Idempotency-Key"].ToString();
            var complaint = StripeCheck.Of(call, given)
                ?? (request.Headers["Stripe-Version"] == "2026-07-29.dahlia" ? null : new StripeComplaint("version", "The version is not pinned.", null))
                ?? (HttpMethods.IsPost(request.Method) == key.Length > 0 ? null : new StripeComplaint("idempotency", "A POST has a key, and nothing else has.", null));
            if (complaint is not null)
            {
                Complaints.Add(complaint);
                return (StatusCodes.Status400BadRequest, ErrorBody("invalid_request_error", complaint.Code, complaint.Message, complaint.Param));
            }

            return key.Length == 0 ? Run(call, id, given) : Once(key, call, id, given);
        }
    }

    private (int Status, string Body) Once(string key, string call, string? id, List<KeyValuePair<string, string>> given)
    {
        var parameters = $"{call} {id} {string.Join('&', given)}";
        if (_keys.TryGetValue(key, out var known))
        {
            return known.Parameters == parameters
                ? (known.Status, known.Body)
                : (StatusCodes.Status400BadRequest, ErrorBody("idempotency_error", "idempotency_key_reused", "Keys for idempotent requests can only be used with the same parameters."));
        }

        var (status, body) = Run(call, id, given);
        _keys[key] = (parameters, status, body);
        return (status, body);
    }

    private (int Status, string Body) Run(string call, string? id, List<KeyValuePair<string, string>> given)
    {
        Executed.Add(call);
        try
        {
            return Routes.Answer(call, id, given.ToDictionary()) is { } json
                ? (StatusCodes.Status200OK, json.ToJsonString())
                : (StatusCodes.Status404NotFound, ErrorBody("invalid_request_error", "resource_missing", "No such object.", "id"));
        }
        catch (StripeDecline)
        {
            return (StatusCodes.Status402PaymentRequired, ErrorBody("card_error", "card_declined", "Your card was declined."));
        }
    }
}
