using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Files;

/// <summary>The shop's own pictures, for its own screens. What a picture is says its name, never its content.</summary>
internal static class PhotoRoutes
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
    };

    public static void MapPhotos(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/photos/{name}", PhotoAsync).WithAccess(Access.Tenant).ExcludeFromDescription();

    private static async Task<IResult> PhotoAsync(string name, [FromServices] IFileStore files, HttpContext http, CancellationToken ct)
    {
        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || await files.ReadAsync(name, ct) is not { } content)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(content, type);
    }
}
