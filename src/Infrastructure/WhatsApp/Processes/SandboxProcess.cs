using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Programs;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>Runs the sandbox network beside the host and starts it again when it dies. It ends with the host: it holds our pipe.</summary>
internal sealed partial class SandboxProcess(
    IOptions<WhatsAppOptions> options, DatabaseOptions data, TimeProvider clock, ILogger<SandboxProcess> log)
    : BackgroundService, INetworkEndpoints, ISandboxNetwork
{
    private readonly TaskCompletionSource<Info> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A port that was chosen freely is kept over restarts: the gateway knows it.
    private int _port = options.Value.SandboxPort;

    public Uri? ControlUrl { get; private set; }

    internal int? ProcessId { get; private set; }

    public async Task<NetworkEndpoint> ReadyAsync(CancellationToken ct)
    {
        var info = await _ready.Task.WaitAsync(ct);
        return new NetworkEndpoint(info.ServerUrl, info.RootKey, info.MediaCa);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = new Backoff(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            backoff.Started();
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(e);
            }

            (ControlUrl, ProcessId) = (null, null);
            await Task.Delay(backoff.Ended(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        var folder = ProgramFolder.Find("WhatsApp/Sandbox", options.Value.SandboxPath, "WhatsApp:SandboxPath");
        var state = Path.Combine(data.DataRoot, "sandbox");
        Directory.CreateDirectory(state);
        string[] arguments = ["--port", _port.ToString(CultureInfo.InvariantCulture), "--data", state];
        await using var program = NodeProgram.Start("sandbox", folder, arguments, new Dictionary<string, string?>(), log);
        var line = await program.ReadLineAsync(ct);
        if (line is null || JsonSerializer.Deserialize<Info>(line, JsonSerializerOptions.Web) is not { } info)
        {
            await program.Exited.WaitAsync(ct);
            NotUp(_port);
            return;
        }

        (ControlUrl, _port, ProcessId) = (info.ControlUrl, info.ControlUrl.Port, program.Id);
        Up(info.ControlUrl);
        _ready.TrySetResult(info);
        program.IgnoreOutput();
        await program.Exited.WaitAsync(ct);
        Ended();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sandbox network is up at {Url}")]
    private partial void Up(Uri url);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox network did not come up; is port {Port} taken? Trying again")]
    private partial void NotUp(int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox network ended and is started again")]
    private partial void Ended();

    [LoggerMessage(Level = LogLevel.Error, Message = "Running the sandbox network failed")]
    private partial void Failed(Exception e);

    private sealed record Info(Uri ControlUrl, string ServerUrl, string RootKey, string MediaCa);
}
