using WaSaas.Application.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>What a gateway needs to know to reach another server than WhatsApp's; nulls mean WhatsApp itself.</summary>
internal sealed record NetworkEndpoint(string? ServerUrl, string? RootKey, string? MediaCa);

/// <summary>Tells where the network is, as soon as it can be reached.</summary>
internal interface INetworkEndpoints
{
    Task<NetworkEndpoint> ReadyAsync(CancellationToken ct);
}

/// <summary>A network that this host does not run.</summary>
internal sealed class FixedEndpoint(NetworkEndpoint endpoint) : INetworkEndpoints, ISandboxNetwork
{
    public Uri? ControlUrl => null;

    public Task<NetworkEndpoint> ReadyAsync(CancellationToken ct) => Task.FromResult(endpoint);
}

internal sealed record ChosenNetwork(WhatsAppNetwork Kind) : IWhatsAppNetwork;
