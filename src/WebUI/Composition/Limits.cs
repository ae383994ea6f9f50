using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WaSaas.WebUI.Composition;

/// <summary>How much anybody may send.</summary>
internal static class Limits
{
    private const long MaxBody = 6 * 1024 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxBody;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
