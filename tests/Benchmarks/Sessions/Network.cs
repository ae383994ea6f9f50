using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Benchmarks.Sessions;

/// <summary>The sandbox network of one run, shared by both programs.</summary>
internal sealed class Network : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static int _people;

    private readonly NodeProgram _program;
    private readonly HttpClient _http;

    private Network(NodeProgram program, JsonElement info)
    {
        (_program, Info) = (program, info);
        _http = new HttpClient { BaseAddress = new Uri(Get("controlUrl") + "/") };
    }

    public JsonElement Info { get; }

    public static async Task<Network> StartAsync()
    {
        var program = NodeProgram.Start("sandbox", ProgramFolder.Find("WhatsApp/Sandbox", null, "WhatsApp:SandboxPath"), ["--port", "0"], new Dictionary<string, string?>(), NullLogger.Instance);
        var info = JsonDocument.Parse((await program.ReadLineAsync(CancellationToken.None))!).RootElement;
        program.IgnoreOutput();
        return new Network(program, info);
    }

    public string Get(string name) => Info.GetProperty(name).GetString()!;

    public async Task<string> NewPhoneAsync()
    {
        var number = NewNumber();
        await PostAsync("phones", new { number, name = "Adjoa" });
        return number;
    }

    public async Task<string> NewCustomerAsync()
    {
        var number = NewNumber();
        await PostAsync("customers", new { number, name = "Kossi" });
        return number;
    }

    public Task ScanAsync(string phone, string qr) => PostAsync($"phones/{phone}/scan", new { qr });

    public Task WriteAsync(string customer, string phone, int count) => PostAsync($"customers/{customer}/send", new { to = phone, text = "bonjour", count });

    /// <returns>Milliseconds from the customer's message to the answer on her phone.</returns>
    public async Task<double> AskAsync(string customer, string phone)
    {
        var last = await NewestAsync(customer, phone, after: 0, wait: 0);
        var watch = Stopwatch.StartNew();
        await PostAsync($"customers/{customer}/send", new { to = phone, text = "bonjour" });
        while (true)
        {
            var (next, answered) = await NewestAsync(customer, phone, last.Next, wait: 20);
            if (answered)
            {
                return watch.Elapsed.TotalMilliseconds;
            }

            last = (next, false);
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("No answer came.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    private static string NewNumber() => "2289" + Interlocked.Increment(ref _people).ToString("D7", CultureInfo.InvariantCulture);

    private async Task<(long Next, bool Answered)> NewestAsync(string customer, string phone, long after, int wait)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"customers/{customer}/messages?with=%2B{phone}&after={after}&wait={wait}");
        var answer = (await _http.GetFromJsonAsync<JsonNode>(path))!;
        return (answer["next"]!.GetValue<long>(), answer["messages"]!.AsArray().Any(m => m!["direction"]!.GetValue<string>() == "in"));
    }

    private async Task PostAsync(string path, object body) => (await _http.PostAsJsonAsync(path, body, JsonSerializerOptions.Web)).EnsureSuccessStatusCode();
}
