using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;

namespace WaSaas.Infrastructure.Mail;

/// <summary><c>App:PublicUrl</c>; outside Production the first address that the host listens on, or is to listen on.</summary>
internal sealed class PublicAddress(IConfiguration configuration, IServiceProvider services) : IPublicAddress
{
    public const string Setting = "App:PublicUrl";
    public const string DefaultUrl = "http://localhost:5080";

    public Uri Root => new((configuration[Setting] is { Length: > 0 } given ? given : Listening()).TrimEnd('/') + "/");

    private string Listening()
    {
        var bound = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var planned = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return Uri.TryCreate(bound ?? planned, UriKind.Absolute, out var url) && url.Port > 0 ? url.ToString() : DefaultUrl;
    }
}
