using Microsoft.Extensions.Hosting;

namespace WaSaas.Infrastructure.Llm;

/// <summary>What addresses of outside model services may look like; both the language and the speech settings follow it.</summary>
internal static class ServiceAddress
{
    /// <summary>A sentence for who wrote the setting; null when the address is fine.</summary>
    public static string? Failure(string setting, string? baseUrl, IHostEnvironment environment)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return $"{setting} must be an absolute http(s) address with the version in it, for example https://host/v1.";
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            return $"{setting} must have no query, fragment or user name.";
        }

        return url.Scheme == "https" || (url.IsLoopback && !environment.IsProduction())
            ? null
            : $"{setting} must be https. Plain http is for a server on this machine, outside Production.";
    }

    public static bool IsLoopback(string? baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.IsLoopback;
}
