using System.Buffers.Binary;

namespace WaSaas.Infrastructure.Speech;

/// <summary>
/// The two header pages of a genuine voice note: mono, 16 kHz as the original rate, vendor "WhatsApp", no comments. Some
/// phones refuse notes that say otherwise; the sound itself is not touched (Opus always decodes at 48 kHz).
/// </summary>
internal static class VoiceNoteHeader
{
    public const int Rate = 16_000;
    public const int DecodedRate = 48_000;

    private const int ChannelsAt = 9;
    private const int PreSkipAt = 10;
    private const int RateAt = 12;

    /// <summary>Null when the file is not one mono Opus stream.</summary>
    public static (byte[] Ogg, double Seconds)? Genuine(byte[] file)
    {
        try
        {
            var pages = OggPages.Read(file);
            return IsMonoOpus(pages) ? (Rewritten(file, pages), SecondsOf(pages)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsMonoOpus(List<OggPage> pages) =>
        pages.Count >= 3
        && pages[0].Body.Length >= 19 && pages[0].Body.Span.StartsWith("OpusHead"u8) && pages[0].Body.Span[ChannelsAt] == 1
        && pages[1].Body.Span.StartsWith("OpusTags"u8) && pages[1].Granule == 0
        && pages.TrueForAll(page => page.Serial == pages[0].Serial);

    private static double SecondsOf(List<OggPage> pages) =>
        Math.Max(0, pages[^1].Granule - BinaryPrimitives.ReadUInt16LittleEndian(pages[0].Body.Span[PreSkipAt..])) / (double)DecodedRate;

    private static byte[] Rewritten(byte[] file, List<OggPage> pages)
    {
        var head = pages[0].Body.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(RateAt), Rate);
        var sound = pages[0].Whole.Length + pages[1].Whole.Length;
        return [.. OggPages.Write(pages[0], head), .. OggPages.Write(pages[1], Tags()), .. file.AsSpan(sound)];
    }

    private static byte[] Tags()
    {
        var vendor = "WhatsApp"u8;
        var tags = new byte[8 + 4 + vendor.Length + 4];
        "OpusTags"u8.CopyTo(tags);
        BinaryPrimitives.WriteInt32LittleEndian(tags.AsSpan(8), vendor.Length);
        vendor.CopyTo(tags.AsSpan(12));
        return tags;
    }
}
