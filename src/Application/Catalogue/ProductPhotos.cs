using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue;

/// <summary>Takes in an uploaded photo: made anew before anything is stored, and not inside a transaction.</summary>
public sealed class ProductPhotos(IMediator mediator, IPictures pictures, IFileStore files)
{
    private const string PhotoEnd = ".jpg";
    private const string ThumbnailEnd = "-s.webp";

    /// <summary>The small picture that goes with a photo; photos of shop files have none.</summary>
    public static string ThumbnailOf(string photo) => photo.EndsWith(PhotoEnd, StringComparison.Ordinal) ? photo[..^PhotoEnd.Length] + ThumbnailEnd : photo;

    /// <summary>The photo that a small picture goes with; null when the name is none of a small picture.</summary>
    public static string? PhotoOf(string thumbnail) => thumbnail.EndsWith(ThumbnailEnd, StringComparison.Ordinal) ? thumbnail[..^ThumbnailEnd.Length] + PhotoEnd : null;

    public async Task<Result> AddAsync(ProductId product, byte[] upload, CancellationToken ct)
    {
        var prepared = await pictures.PrepareAsync(upload, ct);
        if (prepared.Value is not { } picture)
        {
            return prepared.Error!;
        }

        var photo = $"{Guid.NewGuid():n}{PhotoEnd}";
        await files.SaveAsync(photo, picture.Jpeg, ct);
        await files.SaveAsync(ThumbnailOf(photo), picture.Thumbnail, ct);
        var added = await mediator.Send(new ArrangePhotos(product, photo, PhotoMove.Add), ct);
        if (!added.IsOk)
        {
            await files.DeleteAsync(photo, ct);
            await files.DeleteAsync(ThumbnailOf(photo), ct);
        }

        return added;
    }
}
