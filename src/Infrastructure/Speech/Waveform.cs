using System.Buffers.Binary;
using WaSaas.Application.Speech;

namespace WaSaas.Infrastructure.Speech;

/// <summary>How loud a note is over its length, as phones draw it: 64 values from 0 to 100, the loudest is 100.</summary>
internal static class Waveform
{
    private const int WavHeader = 44;
    private const int BytesPerSample = 2;

    /// <param name="wav">16-bit mono, with a header of 44 bytes as opusdec writes it.</param>
    public static byte[] Of(ReadOnlySpan<byte> wav)
    {
        var samples = wav.Length > WavHeader ? wav[WavHeader..] : [];
        var count = samples.Length / BytesPerSample;
        var loudness = new double[VoiceNote.WaveformLength];
        for (var bar = 0; bar < loudness.Length; bar++)
        {
            var (from, to) = (Share(count, bar), Share(count, bar + 1));
            loudness[bar] = MeanOf(samples[(from * BytesPerSample)..(to * BytesPerSample)]);
        }

        var loudest = loudness.Max();
        return [.. loudness.Select(value => (byte)(loudest > 0 ? Math.Round(value * 100 / loudest) : 0))];
    }

    private static int Share(int count, int bar) => (int)((long)count * bar / VoiceNote.WaveformLength);

    private static double MeanOf(ReadOnlySpan<byte> samples)
    {
        long sum = 0;
        for (var at = 0; at < samples.Length; at += BytesPerSample)
        {
            sum += Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(samples[at..]));
        }

        return samples.Length == 0 ? 0 : (double)sum * BytesPerSample / samples.Length;
    }
}
