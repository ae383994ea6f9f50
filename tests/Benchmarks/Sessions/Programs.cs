using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Benchmarks.Sessions;

/// <summary>What is measured: linked numbers on a network.</summary>
internal interface ISubject : IAsyncDisposable
{
    string Name { get; }

    /// <summary>The process that holds the sessions.</summary>
    int ProcessId { get; }

    /// <summary>All that it consists of.</summary>
    IReadOnlyList<int> Processes { get; }

    Task LinkAsync(string phone);

    /// <summary>All connections end and come back with their keys.</summary>
    Task ResumeAsync();

    Task EchoAsync(bool on);

    /// <summary>Customers' messages that no crash can lose any more (bare: that were seen).</summary>
    Task<long> ReceivedAsync();

    /// <summary>Those of them that stand in their conversations (bare: the same).</summary>
    Task<long> ReadAsync();

    /// <summary>Where the time of an answer goes, as far as it is known.</summary>
    Task<string> BreakdownAsync();
}

/// <summary>Baileys with keys in memory and nothing else.</summary>
internal sealed class BareProgram : ISubject
{
    private readonly Process _process;

    public BareProgram(Network network)
    {
        var gateway = ProgramFolder.Find("WhatsApp/Gateway", null, "WhatsApp:GatewayPath");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Sessions", "bare.mjs"));
        start.ArgumentList.Add(Path.Combine(gateway, "node_modules", "baileys", "lib", "index.js"));
        start.ArgumentList.Add(network.Get("serverUrl"));
        start.ArgumentList.Add(network.Get("rootKey"));
        start.ArgumentList.Add(network.Get("controlUrl") + "/");
        start.Environment["NODE_EXTRA_CA_CERTS"] = network.Get("mediaCa");
        _process = Process.Start(start)!;
    }

    public string Name => "bare";

    public int ProcessId => _process.Id;

    public IReadOnlyList<int> Processes => [_process.Id];

    public Task LinkAsync(string phone) => AskAsync(new { @do = "link", phone });

    public Task ResumeAsync() => AskAsync(new { @do = "resume" });

    public Task EchoAsync(bool on) => AskAsync(new { @do = "echo", on });

    public async Task<long> ReceivedAsync() => (await AskAsync(new { @do = "count" })).GetInt64();

    public Task<long> ReadAsync() => ReceivedAsync();

    public Task<string> BreakdownAsync() => Task.FromResult("the library alone");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> AskAsync(object command)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare program ended.");
        return JsonDocument.Parse(line).RootElement.GetProperty("value");
    }
}

internal static class Cpu
{
    /// <summary>Milliseconds that each process has computed so far.</summary>
    public static List<double> SpentBy(IReadOnlyList<int> processes) => [.. processes.Select(id =>
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalMilliseconds;
    })];

    /// <summary>What each has computed since, for one of so many pieces of work.</summary>
    public static string Since(List<double> before, IReadOnlyList<int> processes, int pieces) => string.Join(
        " + ", before.Zip(SpentBy(processes), (from, to) => ((to - from) / pieces).ToString("f1", CultureInfo.InvariantCulture)));
}

internal static class Memory
{
    private const double PagesPerMegabyte = 256;

    /// <summary>Resident megabytes of a process, after a moment of rest.</summary>
    public static async Task<double> SettledAsync(int process)
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        var pages = (await File.ReadAllTextAsync($"/proc/{process}/statm")).Split(' ')[1];
        return double.Parse(pages, CultureInfo.InvariantCulture) / PagesPerMegabyte;
    }
}
