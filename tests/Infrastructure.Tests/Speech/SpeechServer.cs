using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.Tests.Speech;

/// <summary>
/// A speech service as strict as the real ones: wrong key, unknown or missing fields, a file that is not called *.ogg or
/// whose first bytes are no Ogg are refused and remembered.
/// </summary>
public sealed class SpeechServer : IAsyncDisposable
{
    public const string Key = "speech-key-1";

    private static readonly HashSet<string> HearingFields = ["model", "response_format", "language", "prompt"];
    private static readonly HashSet<string> SpeakingFields = ["model", "voice", "input", "response_format"];

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private SpeechServer(WebApplication app) => _app = app;

    public string BaseUrl => $"{_app.Urls.Single()}/v1";

    public List<string> Violations { get; } = [];

    public List<Dictionary<string, string>> Asked { get; } = [];

    public static async Task<SpeechServer> StartAsync(params Func<HttpContext, Task>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new SpeechServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        foreach (var step in script)
        {
            server._script.Enqueue(step);
        }

        return server;
    }

    /// <summary>What it does with the next request that is right; with nothing left to do it refuses.</summary>
    public void Next(Func<HttpContext, Task> step) => _script.Enqueue(step);

    public static Func<HttpContext, Task> Hears(object answer) => http => http.Response.WriteAsJsonAsync(answer);

    public static Func<HttpContext, Task> Speaks(byte[] sound, string mime) => async http =>
    {
        http.Response.ContentType = mime;
        await http.Response.Body.WriteAsync(sound);
    };

    public static Func<HttpContext, Task> Refuses(int status) => async http =>
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(new { error = new { message = "no", type = "server_error" } });
    };

    public static Func<HttpContext, Task> Hangs() => http => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var wrong = http.Request.Path.Value switch
        {
            "/v1/audio/transcriptions" => await CheckHearingAsync(http.Request),
            "/v1/audio/speech" => await CheckSpeakingAsync(http.Request),
            var path => [$"unknown path {path}"],
        };
        if (http.Request.Headers.Authorization != $"Bearer {Key}")
        {
            wrong.Add("wrong key");
        }

        Violations.AddRange(wrong);
        var step = wrong.Count == 0 && _script.TryDequeue(out var next) ? next : Refuses(400);
        await step(http);
    }

    private async Task<List<string>> CheckHearingAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return ["no form"];
        }

        var form = await request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        Asked.Add(fields);
        List<string> wrong = [.. fields.Keys.Except(HearingFields).Select(name => $"unknown field {name}")];
        if (!fields.ContainsKey("model"))
        {
            wrong.Add("model is missing");
        }

        if (form.Files is not [{ Name: "file", FileName: "voice.ogg" } file])
        {
            return [.. wrong, "the file is not called voice.ogg"];
        }

        var head = new byte[4];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(head);
        return head.AsSpan().SequenceEqual("OggS"u8) ? wrong : [.. wrong, "the file is no Ogg"];
    }

    private async Task<List<string>> CheckSpeakingAsync(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var fields = document.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
        Asked.Add(fields);
        return [.. SpeakingFields.Except(fields.Keys).Select(name => $"{name} is missing"), .. fields.Keys.Except(SpeakingFields).Select(name => $"unknown field {name}")];
    }
}
