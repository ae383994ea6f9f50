using Microsoft.AspNetCore.Mvc;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Api;

/// <summary>The API of a shop: for its own scripts with a key, for its pages with the sign-in.</summary>
internal static class ApiRoutes
{
    private const int MaxBody = 256 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new UtcTime()));

        // Told in one place, in every environment alike.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddScoped<KeyOrAntiforgery>();
        services.AddOpenApi(options => options.AddDocumentTransformer<ApiDescription>());
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter<KeyOrAntiforgery>().WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        api.MapWhatsApp();
        api.MapAi();
        routes.MapOpenApi().WithAccess(Access.Public);
    }
}
