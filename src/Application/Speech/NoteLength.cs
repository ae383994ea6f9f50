using System.Buffers.Binary;

namespace WaSaas.Application.Speech;

/// <summary>How long an Ogg/Opus file really is; what its sender declares is not what a plan pays for.</summary>
internal static class NoteLength
{
    private const int Rate = 48_000;
    private const int GranuleAt = 6;
    private const int PreSkipAt = 10;

    /// <summary>Rounded up; null when it is no such file.</summary>
    public static int? SecondsOf(ReadOnlySpan<byte> ogg)
    {
        var (head, last) = (ogg.IndexOf("OpusHead"u8), ogg.LastIndexOf("OggS"u8));
        if (head < 0 || last < 0 || ogg.Length < last + GranuleAt + sizeof(long) || ogg.Length < head + PreSkipAt + sizeof(short))
        {
            return null;
        }

        var granule = BinaryPrimitives.ReadInt64LittleEndian(ogg[(last + GranuleAt)..]);
        var skip = BinaryPrimitives.ReadUInt16LittleEndian(ogg[(head + PreSkipAt)..]);
        return granule < skip || granule > (long)int.MaxValue * Rate / 2 ? null : (int)((granule - skip + Rate - 1) / Rate);
    }
}
