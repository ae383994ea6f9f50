using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace WaSaas.WebUI.Composition;

/// <summary>
/// Behind a proxy that ends TLS. Forwarded headers count only when they come from an address that is named in
/// <c>ForwardedHeaders:KnownProxies</c> or <c>KnownNetworks</c> (CIDR); nobody is trusted by default.
/// </summary>
internal static class Proxies
{
    private const string ProxiesKey = "ForwardedHeaders:KnownProxies";
    private const string NetworksKey = "ForwardedHeaders:KnownNetworks";

    public static bool AreConfigured(IConfiguration configuration) => List(configuration, ProxiesKey).Concat(List(configuration, NetworksKey)).Any();

    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in List(configuration, ProxiesKey))
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }

        foreach (var network in List(configuration, NetworksKey))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    });

    public static IApplicationBuilder UseProxies(this WebApplication app) => AreConfigured(app.Configuration) ? app.UseForwardedHeaders() : app;

    /// <summary>A list in sections (<c>__0</c>) or, easier in an environment, in one line with commas.</summary>
    private static IEnumerable<string> List(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.GetChildren().Select(c => c.Value ?? "")
            .Concat((section.Value ?? "").Split(','))
            .Select(v => v.Trim())
            .Where(v => v.Length > 0);
    }
}
