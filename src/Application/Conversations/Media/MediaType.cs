using System.Text;

namespace WaSaas.Application.Conversations.Media;

/// <summary>What a file is, by its first bytes: what the sender says about it is not believed.</summary>
/// <param name="Extension">Of its name in the shop's file store.</param>
/// <param name="Mime">As which it is served.</param>
/// <param name="MayShow">A page may show or play it; everything else is for saving only.</param>
public sealed record MediaType(string Extension, string Mime, bool MayShow)
{
    public static readonly MediaType Jpeg = new("jpg", "image/jpeg", true);
    public static readonly MediaType Png = new("png", "image/png", true);
    public static readonly MediaType Webp = new("webp", "image/webp", true);
    public static readonly MediaType Gif = new("gif", "image/gif", true);
    public static readonly MediaType Ogg = new("ogg", "audio/ogg", true);
    public static readonly MediaType Mp3 = new("mp3", "audio/mpeg", true);
    public static readonly MediaType Wav = new("wav", "audio/wav", true);
    public static readonly MediaType M4a = new("m4a", "audio/mp4", true);
    public static readonly MediaType Mp4 = new("mp4", "video/mp4", true);
    public static readonly MediaType Webm = new("webm", "audio/webm", true);
    public static readonly MediaType Pdf = new("pdf", "application/pdf", false);
    public static readonly MediaType Other = new("bin", "application/octet-stream", false);

    private static readonly MediaType[] All = [Jpeg, Png, Webp, Gif, Ogg, Mp3, Wav, M4a, Mp4, Webm, Pdf];

    public static MediaType OfName(string file) =>
        Array.Find(All, type => file.EndsWith("." + type.Extension, StringComparison.Ordinal)) ?? Other;

    public static MediaType OfContent(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : content.StartsWith("GIF8"u8) ? Gif
        : content.StartsWith("OggS"u8) ? Ogg
        : content.StartsWith("%PDF-"u8) ? Pdf
        : content.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? Webm
        : content.StartsWith("ID3"u8) || (content.Length > 1 && content[0] == 0xFF && (content[1] & 0xE6) == 0xE2) ? Mp3
        : OfContainer(content);

    private static MediaType OfContainer(ReadOnlySpan<byte> content)
    {
        if (content.Length < 12)
        {
            return Other;
        }

        var (outer, inner) = (Encoding.ASCII.GetString(content[..4]), Encoding.ASCII.GetString(content[8..12]));
        return (outer, inner) switch
        {
            ("RIFF", "WEBP") => Webp,
            ("RIFF", "WAVE") => Wav,
            _ when content[4..].StartsWith("ftyp"u8) => inner.StartsWith("M4A", StringComparison.Ordinal) ? M4a : Mp4,
            _ => Other,
        };
    }
}
