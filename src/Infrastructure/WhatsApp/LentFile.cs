using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>A stored file as a path that the gateway can read while it sends; gone afterwards. The store itself may be no folder.</summary>
internal sealed class LentFile : IDisposable
{
    private LentFile(string path, string mime) => (Path, Mime) = (path, mime);

    public string Path { get; }

    public string Mime { get; }

    /// <summary>Null when there is no such file.</summary>
    public static async Task<LentFile?> OfAsync(IFileStore files, string name, CancellationToken ct)
    {
        if (await files.ReadAsync(name, ct) is not { } content)
        {
            return null;
        }

        var path = System.IO.Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, content, ct);
        return new LentFile(path, MimeOf(name));
    }

    public void Dispose() => File.Delete(Path);

    private static string MimeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".ogg" => Application.Speech.VoiceNote.Mime,
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => "image/jpeg",
    };
}
