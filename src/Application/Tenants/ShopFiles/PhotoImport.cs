using System.Security.Cryptography;
using WaSaas.Application.Common;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// Copies photos beside the shop file into the shop's own store. A stored file is named by its content, so that importing
/// again copies nothing; such a name may also stand in a file that was exported.
/// </summary>
internal sealed class PhotoImport(IFileStore store)
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <exception cref="ShopFileException">A photo is missing, too large, no picture, or not beside the file.</exception>
    public async Task<IReadOnlyList<string>> CopyAsync(ProductLine line, string? folder, CancellationToken ct)
    {
        var names = new List<string>();
        var number = 0;
        foreach (var photo in line.Photos.Value ?? [])
        {
            var path = $"{line.Path}.photos[{number++}]";
            names.Add(await store.HasAsync(photo, ct) ? photo : await CopyAsync(photo, folder, path, ct));
        }

        return names;
    }

    private async Task<string> CopyAsync(string photo, string? folder, string path, CancellationToken ct)
    {
        var content = await File.ReadAllBytesAsync(Find(photo, folder, path), ct);
        var kind = PictureKind.Of(content) ?? throw new ShopFileException(path, "is no JPEG, PNG or WebP picture.");
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}.{kind}";
        await store.SaveAsync(name, content, ct);
        return name;
    }

    private static string Find(string photo, string? folder, string path)
    {
        if (folder is null)
        {
            throw new ShopFileException(path, "names a file, but this shop file lies in no folder.");
        }

        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(Path.Combine(root, photo));
        if (Path.IsPathRooted(photo) || !full.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ShopFileException(path, "must lie beside the shop file or in a folder there.");
        }

        var file = new FileInfo(full);
        return !file.Exists ? throw new ShopFileException(path, "is not there.")
            : file.Length > MaxBytes ? throw new ShopFileException(path, "is larger than 10 MB.")
            : full;
    }
}

/// <summary>A picture by its first bytes; the name of a file proves nothing.</summary>
internal static class PictureKind
{
    public static string? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "png"
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8) ? "webp"
        : null;
}
