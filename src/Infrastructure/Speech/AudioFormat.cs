namespace WaSaas.Infrastructure.Speech;

internal enum AudioFormat
{
    Unknown = 0,
    OggOpus = 1,
    Wav = 2,
    Mp3 = 3,
    WebM = 4,
    Mp4 = 5,
}

/// <summary>Servers answer other formats than they were asked for, and senders declare what they like: the first bytes decide.</summary>
internal static class AudioFormats
{
    private const int OpusHeadAt = 28;

    public static AudioFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("OggS"u8) => IsOpus(file) ? AudioFormat.OggOpus : AudioFormat.Unknown,
        _ when file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..12].SequenceEqual("WAVE"u8) => AudioFormat.Wav,
        _ when file.StartsWith("ID3"u8) || IsMpegFrame(file) => AudioFormat.Mp3,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => AudioFormat.WebM,
        _ when file.Length > 8 && file[4..8].SequenceEqual("ftyp"u8) => AudioFormat.Mp4,
        _ => AudioFormat.Unknown,
    };

    private static bool IsOpus(ReadOnlySpan<byte> file) => file.Length > OpusHeadAt + 8 && file.Slice(OpusHeadAt, 8).SequenceEqual("OpusHead"u8);

    // Eleven bits of sync, then layer III.
    private static bool IsMpegFrame(ReadOnlySpan<byte> file) => file is [0xFF, var second, ..] && (second & 0xE6) == 0xE2;
}
