using System.Buffers.Binary;

namespace WaSaas.Infrastructure.Speech;

/// <summary>The pages of an Ogg stream (RFC 3533), as far as voice notes need them: header pages, positions, checksums.</summary>
internal static class OggPages
{
    private const int HeaderLength = 27;
    private const int GranuleAt = 6;
    private const int SerialAt = 14;
    private const int ChecksumAt = 22;
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(TableEntry)];

    /// <exception cref="InvalidDataException">This is no Ogg stream, or it is cut off.</exception>
    public static List<OggPage> Read(ReadOnlyMemory<byte> file)
    {
        var pages = new List<OggPage>();
        for (var at = 0; at < file.Length;)
        {
            var page = PageAt(file[at..]);
            pages.Add(page);
            at += page.Whole.Length;
        }

        return pages;
    }

    /// <summary>A page of one whole packet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The packet needs more than one page.</exception>
    public static byte[] Write(OggPage like, ReadOnlySpan<byte> packet)
    {
        var segments = (packet.Length / 255) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, 255, nameof(packet));
        var page = new byte[HeaderLength + segments + packet.Length];
        like.Whole.Span[..HeaderLength].CopyTo(page);
        page[HeaderLength - 1] = (byte)segments;
        page.AsSpan(HeaderLength, segments - 1).Fill(255);
        page[HeaderLength + segments - 1] = (byte)(packet.Length % 255);
        packet.CopyTo(page.AsSpan(HeaderLength + segments));
        Seal(page);
        return page;
    }

    private static OggPage PageAt(ReadOnlyMemory<byte> rest)
    {
        var bytes = rest.Span;
        if (bytes.Length < HeaderLength || !bytes.StartsWith("OggS"u8))
        {
            throw new InvalidDataException("This is no page of an Ogg stream.");
        }

        var segments = bytes[HeaderLength - 1];
        var body = HeaderLength + segments;
        var length = body;
        for (var i = HeaderLength; i < Math.Min(body, bytes.Length); i++)
        {
            length += bytes[i];
        }

        return bytes.Length >= length
            ? new OggPage(rest[..length], rest[body..length], BinaryPrimitives.ReadInt64LittleEndian(bytes[GranuleAt..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[SerialAt..]))
            : throw new InvalidDataException("The last page is cut off.");
    }

    private static void Seal(Span<byte> page)
    {
        page.Slice(ChecksumAt, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(page[ChecksumAt..], Checksum(page));
    }

    public static uint Checksum(ReadOnlySpan<byte> page)
    {
        uint sum = 0;
        foreach (var value in page)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ value];
        }

        return sum;
    }

    private static uint TableEntry(int index)
    {
        var value = (uint)index << 24;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 0x80000000) != 0 ? (value << 1) ^ Polynomial : value << 1;
        }

        return value;
    }
}

/// <param name="Whole">Header and body.</param>
/// <param name="Body">The packets.</param>
/// <param name="Granule">Samples at 48 kHz up to the end of this page; -1 when no packet ends in it.</param>
/// <param name="Serial">Of the logical stream.</param>
internal readonly record struct OggPage(ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Body, long Granule, uint Serial);
