using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Media;

/// <summary>
/// Files of the shop that is signed in, and of no other. Customers made them: they are served as what their content is,
/// may do nothing, and what a page cannot show is for saving only.
/// </summary>
internal static class MediaRoutes
{
    private const string Harmless = "default-src 'none'; sandbox";

    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet("/media/{file}", AnswerAsync).WithAccess(Access.Tenant);

    private static async Task<IResult> AnswerAsync(string file, HttpContext http, IFileStore files, CancellationToken ct)
    {
        var content = await files.ReadAsync(file, ct);
        if (content is null && ProductPhotos.PhotoOf(file) is { } photo)
        {
            // What came with a shop file was kept as it is, without a small picture.
            (file, content) = (photo, await files.ReadAsync(photo, ct));
        }

        if (content is null)
        {
            return TypedResults.NotFound();
        }

        var type = MediaType.OfName(file);
        http.Response.Headers.ContentSecurityPolicy = Harmless;
        return TypedResults.Bytes(content, type.Mime, type.MayShow ? null : file, enableRangeProcessing: true);
    }
}
