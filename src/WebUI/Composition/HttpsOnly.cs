using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Composition;

/// <summary>Production speaks HTTPS: reading people are led there, everything else is refused before anything reads it. Probes may stay local.</summary>
internal static class HttpsOnly
{
    public static IApplicationBuilder UseHttpsOnly(this WebApplication app)
    {
        if (!app.Environment.IsProduction())
        {
            return app;
        }

        var root = new Uri(app.Configuration["App:PublicUrl"]!);
        return app.Use((http, next) => http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health") ? next(http) : Lead(http, root));
    }

    private static Task Lead(HttpContext http, Uri root)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!reads || http.Request.Path.StartsWithSegments("/api"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        http.Response.Redirect(new Uri(root, http.Request.Path.Add("") + http.Request.QueryString).ToString(), permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }
}
