using WaSaas.Domain.Common;

namespace WaSaas.Application.Common;

/// <summary>Makes uploaded and received pictures fit to keep, to show and to send.</summary>
public interface IPictures
{
    /// <summary>
    /// Encoded anew without metadata, upright, at most <paramref name="side"/> pixels a side. Fails with one of
    /// <see cref="PictureErrors"/>. The kind is judged by content, never by a name or a declared type.
    /// </summary>
    Task<Result<Picture>> PrepareAsync(byte[] upload, CancellationToken ct, int side = PictureSides.ForPeople);
}

/// <summary>Longest sides in pixels.</summary>
public static class PictureSides
{
    public const int ForPeople = 1_600;

    /// <summary>Models divide larger pictures into tiles and bill each of them.</summary>
    public const int ForModel = 1_024;
}

/// <param name="Jpeg">To send.</param>
/// <param name="Thumbnail">WebP, at most 320 pixels a side, to show in lists.</param>
/// <param name="Width">Of the JPEG, in pixels.</param>
/// <param name="Height">Of the JPEG, in pixels.</param>
public sealed record Picture(byte[] Jpeg, byte[] Thumbnail, int Width, int Height);

public static class PictureErrors
{
    public const int MaxBytes = 12 * 1024 * 1024;

    public static readonly Error TooLarge = new("picture_size", "A photo has at most 12 MB.", MaxBytes / 1024 / 1024);

    public static readonly Error TooManyPixels = new("picture_pixels", "This photo has too many pixels.");

    public static readonly Error Unreadable = new("picture_unreadable", "This file is no photo that can be read.");

    public static readonly Error Busy = new("picture_failed", "The photo could not be prepared. Try again.");
}
