using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>The product as it runs: the host as a process of its own with the real gateway and the sandbox network as its children.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly StringBuilder _log = new();
    private readonly Dictionary<string, string> _settings;
    private Process? _process;

    private RunningHost(string folder, Dictionary<string, string>? settings)
    {
        Folder = folder;
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        var sandboxPort = FreePort();
        Sandbox = new SandboxClient(new Uri($"http://127.0.0.1:{sandboxPort}"));
        _settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Url.ToString().TrimEnd('/'),
            ["Data__Root"] = Path.Combine(folder, "data"),
            ["WhatsApp__SandboxPort"] = $"{sandboxPort}",
            ["Conversations__DebounceMilliseconds"] = "0",
            ["Demo__Load"] = "false",
        };
        foreach (var (name, value) in settings ?? [])
        {
            _settings[name] = value;
        }
    }

    public string Folder { get; }

    public Uri Url { get; }

    public SandboxClient Sandbox { get; }

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<RunningHost> StartAsync(Dictionary<string, string>? settings = null)
    {
        var host = new RunningHost(Directory.CreateTempSubdirectory("wasaas-e2e-").FullName, settings);
        await host.StartAgainAsync();
        return host;
    }

    public async Task StartAgainAsync()
    {
        _process = Start(redirectInput: false);
        _process.OutputDataReceived += (_, e) => Note(e.Data);
        _process.ErrorDataReceived += (_, e) => Note(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Url };
        await Eventually.TrueAsync(async () => !_process.HasExited && (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "the host is ready", 60, () => Log);
    }

    /// <summary>kill -9: no goodbye to anybody.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task KillGatewayAsync()
    {
        var gateway = Children(_process!.Id).Single(pid => FolderOf(pid).EndsWith("Gateway", StringComparison.Ordinal));
        using var process = Process.GetProcessById(gateway);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>A command of the command line, beside the running host; standard output as lines.</summary>
    public async Task<IReadOnlyList<string>> CommandAsync(params string[] arguments)
    {
        using var command = Start(redirectInput: false, arguments);
        var errors = command.StandardError.ReadToEndAsync();
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        Assert.True(command.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {command.ExitCode}: {await errors}{output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A shop with one product, and a client with its API key.</summary>
    public async Task<HttpClient> ImportShopAsync(string name, string product, long price)
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            version = 1,
            name,
            currency = "XOF",
            locale = "fr-TG",
            timeZone = "Africa/Lome",
            products = new[] { new { name = product, price, floor = price * 8 / 10, stock = 9 } },
        }));
        var imported = (await CommandAsync("shop", "import", file))[^1].Split(' ');
        Assert.Equal("imported", imported[0]);
        var key = Assert.Single(await CommandAsync("api-key", "create", imported[2]));
        return new HttpClient { BaseAddress = Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
    }

    public static async Task<JsonElement> StatusAsync(HttpClient shop) => await shop.GetFromJsonAsync<JsonElement>("/api/whatsapp/status");

    public Task StateAsync(HttpClient shop, string state, int seconds = 40) => Eventually.TrueAsync(
        async () => (await StatusAsync(shop)).GetProperty("state").GetString() == state, $"the state is {state}", seconds, () => Log);

    /// <summary>Links by QR with the sandbox phone, as the vendor would.</summary>
    public async Task LinkAsync(HttpClient shop, string phone)
    {
        await Sandbox.PhoneAsync(phone);
        Assert.Equal(HttpStatusCode.Accepted, (await shop.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" })).StatusCode);
        await StateAsync(shop, "awaiting_scan");
        await Sandbox.ScanAsync(phone, (await StatusAsync(shop)).GetProperty("qr").GetString()!);
        await StateAsync(shop, "connected");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Sandbox.Dispose();
        await Task.Delay(200);
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static IEnumerable<int> Children(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let pid = int.TryParse(Path.GetFileName(folder), out var id) ? id : 0
        where pid > 0 && ParentOf(pid) == parent
        select pid;

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string FolderOf(int pid) => new FileInfo($"/proc/{pid}/cwd").ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? "";

    private static string Program([CallerFilePath] string here = "")
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        return Path.Combine(root, "src", "WebUI", "bin", configuration, "net10.0", "WaSaas.WebUI.dll");
    }

    private Process Start(bool redirectInput, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectInput,
        };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}

public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, int seconds = 20, Func<string>? explain = null)
    {
        var watch = Stopwatch.StartNew();
        Exception? last = null;
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            try
            {
                if (await condition())
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException)
            {
                last = e;
            }

            await Task.Delay(100);
        }

        var log = explain?.Invoke() ?? "";
        Assert.Fail($"Not within {seconds} s: {what}. {last?.Message}\n{(log.Length > 6_000 ? log[^6_000..] : log)}");
    }
}
