using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>Keeps gateway processes running and hands their links to the pool.</summary>
internal sealed partial class GatewaySupervisor(
    GatewayDoor door, SessionPool pool, INetworkEndpoints network, IOptions<WhatsAppOptions> options, TimeProvider clock, ILogger<GatewaySupervisor> log)
    : BackgroundService
{
    private const int Processes = 1;
    private static readonly TimeSpan GreetingPatience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, int> _running = new();

    /// <summary>Process ids of the gateways that greeted.</summary>
    internal IEnumerable<int> ProcessIds => _running.Values;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var accepting = door.RunAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(ordinal => KeepAsync(ordinal, stoppingToken)).Append(accepting));
    }

    private async Task KeepAsync(int ordinal, CancellationToken stopping)
    {
        var backoff = new Backoff(clock);
        while (!stopping.IsCancellationRequested)
        {
            backoff.Started();
            try
            {
                await RunOnceAsync(ordinal, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(e, ordinal);
            }

            await Task.Delay(backoff.Ended(), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(int ordinal, CancellationToken stopping)
    {
        var endpoint = await network.ReadyAsync(stopping);
        var (secret, greeted) = door.Expect(ordinal);
        await using var program = Start(ordinal, secret, endpoint);
        program.IgnoreOutput();
        if (await Task.WhenAny(greeted, program.Exited, Task.Delay(GreetingPatience, stopping)) != greeted)
        {
            stopping.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The gateway did not greet.");
        }

        using var link = new GatewayLink(await greeted, pool, log);
        var reading = link.RunAsync();
        _running[ordinal] = program.Id;
        Up(ordinal, program.Id);
        pool.Attach(link);
        try
        {
            await Task.WhenAny(reading, program.Exited, Task.Delay(Timeout.Infinite, stopping));
            if (stopping.IsCancellationRequested)
            {
                await pool.StopAsync(link);
            }
            else
            {
                Ended(ordinal);
            }
        }
        finally
        {
            _running.TryRemove(ordinal, out _);
            link.Close();
            await reading;
            await pool.DetachAsync(link);
        }
    }

    private NodeProgram Start(int ordinal, string secret, NetworkEndpoint endpoint)
    {
        var environment = new Dictionary<string, string?>
        {
            ["WASAAS_SOCKET"] = door.Address,
            ["WASAAS_SECRET"] = secret,
            ["WASAAS_PROCESS"] = ordinal.ToString(CultureInfo.InvariantCulture),
            ["WASAAS_SERVER_URL"] = endpoint.ServerUrl,
            ["WASAAS_ROOT_KEY"] = endpoint.RootKey,
            ["WASAAS_WEB_VERSION"] = options.Value.WebVersion,
        };
        if (endpoint.MediaCa is { } file)
        {
            environment["NODE_EXTRA_CA_CERTS"] = file;
        }

        return NodeProgram.Start("gateway", ProgramFolder.Find("WhatsApp/Gateway", options.Value.GatewayPath, "WhatsApp:GatewayPath"), [], environment, log);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Gateway {Ordinal} is up (process {Id})")]
    private partial void Up(int ordinal, int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gateway {Ordinal} ended and is started again")]
    private partial void Ended(int ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "Running gateway {Ordinal} failed")]
    private partial void Failed(Exception e, int ordinal);
}
