using System.Net;

namespace WaSaas.WebUI.Composition;

/// <summary>What Kestrel is told to listen on, and whether that is safe without TLS.</summary>
internal static class ListeningAddresses
{
    public static bool AreConfigured(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } || configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    /// <summary>Plain HTTP that others than this machine can reach.</summary>
    public static IEnumerable<string> OpenAndPlain(IConfiguration configuration) => Plain(configuration).Where(url => !IsLoopback(url));

    private static IEnumerable<string> Plain(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]);
        var urls = Split(configuration["urls"]).Concat(endpoints.OfType<string>());

        // Ports without an address mean every address of the machine; urls win over them.
        var ports = configuration["urls"] is { Length: > 0 } ? [] : Split(configuration["http_ports"]).Select(port => $"http://*:{port}");
        return urls.Concat(ports).Where(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
