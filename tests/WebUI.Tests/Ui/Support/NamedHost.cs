using System.Net;
using System.Net.Sockets;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>A host of its own that listens under a name, which wants a port chosen before: an address in figures has no passkeys.</summary>
public sealed record NamedHost(UiHost Host) : IAsyncDisposable
{
    public static async Task<NamedHost> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        var host = new UiHost { More = new Dictionary<string, string?> { ["urls"] = url, ["App:PublicUrl"] = url } };
        await host.InitializeAsync();
        return new NamedHost(host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
