using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>One running gateway that has greeted.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly NodeProgram _program;
    private readonly Task _reading;

    private GatewayProcess(NodeProgram program, GatewayLink link) => (_program, Link, _reading) = (program, link, link.RunAsync());

    public int Id => _program.Id;

    public GatewayLink Link { get; }

    /// <summary>It has ended or hung up.</summary>
    public Task Gone => Task.WhenAny(_reading, _program.Exited);

    /// <summary>Lets go of it; when this is done, nothing of it is on its way any more.</summary>
    public async ValueTask DisposeAsync()
    {
        Link.Close();
        await _reading;
        Link.Dispose();
        await _program.DisposeAsync();
    }

    /// <summary>Starts gateways of this host.</summary>
    internal sealed class Starter(GatewayDoor door, IGatewayHandler traffic, INetworkEndpoints network, IOptions<WhatsAppOptions> options, ILogger<Starter> log)
    {
        private static readonly TimeSpan GreetingPatience = TimeSpan.FromSeconds(30);

        public async Task<GatewayProcess> StartAsync(int ordinal, CancellationToken stopping)
        {
            var endpoint = await network.ReadyAsync(stopping);
            var (secret, greeted) = door.Expect(ordinal);
            var program = Launch(ordinal, secret, endpoint);
            try
            {
                program.IgnoreOutput();
                if (await Task.WhenAny(greeted, program.Exited, Task.Delay(GreetingPatience, stopping)) == greeted)
                {
                    return new GatewayProcess(program, new GatewayLink(await greeted, traffic, log));
                }

                stopping.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The gateway did not greet.");
            }
            catch
            {
                await program.DisposeAsync();
                throw;
            }
        }

        private NodeProgram Launch(int ordinal, string secret, NetworkEndpoint endpoint)
        {
            var settings = options.Value;
            // One limit for the whole host, whatever the number of processes.
            var connecting = Math.Max(1, settings.ConnectingAtOnce / settings.GatewayProcesses);
            var gap = 1000 * settings.GatewayProcesses / settings.ConnectionsPerSecond;
            var environment = new Dictionary<string, string?>
            {
                ["WASAAS_SOCKET"] = door.Address,
                ["WASAAS_SECRET"] = secret,
                ["WASAAS_PROCESS"] = ordinal.ToString(CultureInfo.InvariantCulture),
                ["WASAAS_SERVER_URL"] = endpoint.ServerUrl,
                ["WASAAS_ROOT_KEY"] = endpoint.RootKey,
                ["WASAAS_CONNECTING"] = connecting.ToString(CultureInfo.InvariantCulture),
                ["WASAAS_CONNECT_GAP_MS"] = gap.ToString(CultureInfo.InvariantCulture),
                ["WASAAS_EVIDENCE_MS"] = (settings.EvidenceSeconds * 1000).ToString(CultureInfo.InvariantCulture),
            };
            if (endpoint.MediaCa is { } file)
            {
                environment["NODE_EXTRA_CA_CERTS"] = file;
            }

            return NodeProgram.Start("gateway", ProgramFolder.Find("WhatsApp/Gateway", settings.GatewayPath, "WhatsApp:GatewayPath"), [], environment, log);
        }
    }
}
