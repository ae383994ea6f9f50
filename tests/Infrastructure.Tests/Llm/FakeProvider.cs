using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.Tests.Llm;

/// <summary>An OpenAI-compatible server that is as strict as the real ones: what breaks the protocol gets 400 and is remembered.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string Key = "test-key-1";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private FakeProvider(WebApplication app) => _app = app;

    public string BaseUrl => $"{_app.Urls.Single()}/tenant7/v1";

    public List<JsonElement> Requests { get; } = [];

    public List<string> Violations { get; } = [];

    /// <summary>Models that read words only refuse image parts with 400, whatever else is in order.</summary>
    public bool ReadsPictures { get; set; } = true;

    public static async Task<FakeProvider> StartAsync(params Func<HttpContext, Task>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeProvider(builder.Build());
        provider._app.Run(provider.AnswerAsync);
        await provider._app.StartAsync();
        foreach (var step in script)
        {
            provider._script.Enqueue(step);
        }

        return provider;
    }

    public static Func<HttpContext, Task> Says(string? text) => Message(new { role = "assistant", content = text }, "stop");

    public static Func<HttpContext, Task> Calls(string id, string tool, string arguments) => Message(
        new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id, type = "function", function = new { name = tool, arguments } } } },
        "tool_calls");

    public static Func<HttpContext, Task> Refuses(int status, string? retryAfter = null) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsJsonAsync(new { error = new { message = "no", type = "server_error" } });
    };

    public static Func<HttpContext, Task> Hangs() => http => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);

    /// <summary>An answer in pieces, one event for each; <paramref name="done"/> false breaks off before the end.</summary>
    public static Func<HttpContext, Task> Streams(bool done, params object[] deltas) => async http =>
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var (delta, i) in deltas.Select((delta, i) => (delta, i)))
        {
            await EventAsync(http, new[] { new { index = 0, delta, finish_reason = done && i == deltas.Length - 1 ? "stop" : null } }, null);
        }

        if (done)
        {
            await EventAsync(http, Array.Empty<object>(), new { prompt_tokens = 900, completion_tokens = 20, total_tokens = 920, prompt_tokens_details = new { cached_tokens = 640 } });
            await http.Response.WriteAsync("data: [DONE]\n\n");
        }
    };

    public static Func<HttpContext, Task> Writes(string body) => async http =>
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var document = await JsonDocument.ParseAsync(http.Request.Body);
        var request = document.RootElement.Clone();
        Requests.Add(request);
        var violations = Protocol.Violations(http.Request, request).ToArray();
        Violations.AddRange(violations);
        if (violations.Length > 0 || (!ReadsPictures && Protocol.HasPictures(request)) || !_script.TryDequeue(out var step))
        {
            step = Refuses(400);
        }

        await step(http);
    }

    private static Task EventAsync(HttpContext http, object choices, object? usage) => http.Response.WriteAsync(
        $"data: {JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_795_000_000, model = "small-1", choices, usage })}\n\n");

    private static Func<HttpContext, Task> Message(object message, string finish) => http => http.Response.WriteAsJsonAsync(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_795_000_000,
        model = "small-1",
        choices = new[] { new { index = 0, message, finish_reason = finish } },
        usage = new { prompt_tokens = 900, completion_tokens = 20, total_tokens = 920, prompt_tokens_details = new { cached_tokens = 640 } },
    });
}
