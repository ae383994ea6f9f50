using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;
using WaSaas.WebUI.Live;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Media;
using WaSaas.WebUI.Pages;
using WaSaas.WebUI.Pages.Billing;
using WaSaas.WebUI.Pages.Ops;
using WaSaas.WebUI.Pages.Products;
using WaSaas.WebUI.Pages.Sandbox;
using WaSaas.WebUI.Pages.Settings;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI;

/// <summary>Everything that people see: pages, their languages, their live stream, and what guards them.</summary>
public static class WebFace
{
    public static IServiceCollection AddWebFace(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAccessRules();
        services.AddScreenLanguages();
        services.AddLive();
        services.AddLivePages();
        services.AddScoped<SandboxReader>();
        services.AddScoped<PlaygroundReader>();
        services.AddScoped<CatalogueRoom>();
        services.AddScoped<StyleChoices>();
        services.AddScoped<Frame>();
        services.AddSingleton<InShop>();
        services.AddRazorPages();
        services.Configure<MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.AddOptions<RazorPagesOptions>().Configure<ApplicationPartManager>((options, parts) =>
        {
            options.Conventions.Add(new PageAccessConvention(parts));
            options.Conventions.ConfigureFilter(new LiveCursorFilter());
            options.Conventions.ConfigureFilter(new FormFilter());
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<AntiforgeryOptions>(options => CookieRules.Apply(options.Cookie, "csrf", environment));
        services.Configure<CookieTempDataProviderOptions>(options => CookieRules.Apply(options.Cookie, "notice", environment));

        // Accents as letters instead of entities; what has a meaning in HTML is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>First in the pipeline: headers on every answer, and pages in plain words instead of stack traces.</summary>
    public static IApplicationBuilder UseWebFaceGuards(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseWhen(IsForPeople, pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        return app.UseRequestGuards();
    }

    public static IEndpointRouteBuilder MapWebFace(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets().WithAccess(Access.Public);
        routes.MapRazorPages().WithStaticAssets();
        routes.MapLive();
        routes.MapMedia();
        return routes;
    }

    private static bool IsForPeople(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/health")
        && !http.Request.Path.StartsWithSegments("/webhooks") && !http.Request.Path.StartsWithSegments("/live");
}
