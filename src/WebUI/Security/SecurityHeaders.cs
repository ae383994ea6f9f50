using Microsoft.Extensions.Primitives;

namespace WaSaas.WebUI.Security;

/// <summary>The header list on every answer, whoever wrote it: pages, errors, redirects, files.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self' https://checkout.stripe.com https://billing.stripe.com; frame-ancestors 'none'; "
        + "base-uri 'none'; object-src 'none'; manifest-src 'self'";

    private const string Permissions = "camera=(), geolocation=(), microphone=";

    private static readonly Dictionary<string, StringValues> Always = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    /// <summary>First in the pipeline, so that nothing answers without them.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });

        return next(http);
    });

    /// <summary>
    /// A form that another site posts with the visitor's cookies is refused before anything reads it (the antiforgery
    /// token would stop it too); TRACE is off.
    /// </summary>
    public static IApplicationBuilder UseRequestGuards(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var method = http.Request.Method;
        if (HttpMethods.IsTrace(method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        if (!reads && http.Request.Headers["Sec-Fetch-Site"] == "cross-site" && !http.Request.Path.StartsWithSegments("/webhooks"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    });

    private static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var (name, value) in Always)
        {
            headers[name] = value;
        }

        headers["Permissions-Policy"] = Permissions + (http.GetEndpoint()?.Metadata.GetMetadata<UsesMicrophoneAttribute>() is null ? "()" : "(self)");

        // A file that people uploaded is served with a stricter policy of its own.
        headers.TryAdd("Content-Security-Policy", http.Request.IsHttps ? Policy + "; upgrade-insecure-requests" : Policy);
        if (http.Request.IsHttps)
        {
            headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains";
        }

        if (http.User.Identity?.IsAuthenticated == true && !IsFile(http))
        {
            headers.CacheControl = "no-store";
        }

        headers.Remove("Server");
        headers.Remove("X-Powered-By");
    }

    /// <summary>Scripts, styles and fonts say for themselves how long they may be kept.</summary>
    private static bool IsFile(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>()?.Access == Access.Public && http.Response.Headers.CacheControl.Count > 0;
}
