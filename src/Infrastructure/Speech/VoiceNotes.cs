using WaSaas.Application.Speech;
using WaSaas.Infrastructure.Programs;

namespace WaSaas.Infrastructure.Speech;

/// <summary>Whatever a voice or a browser gives, made into what a phone takes. opusenc reads WAV; ffmpeg reads the rest.</summary>
internal sealed class VoiceNotes : IVoiceNotes
{
    private const string WaveformRate = "8000";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<VoiceNote?> MakeAsync(byte[] recording, CancellationToken ct)
    {
        var ogg = AudioFormats.Of(recording) == AudioFormat.OggOpus ? recording : null;
        if (ogg is null || VoiceNoteHeader.Genuine(ogg) is not { } genuine)
        {
            ogg = await EncodeAsync(recording, ct);
            if (ogg is null || VoiceNoteHeader.Genuine(ogg) is not { } made)
            {
                return null;
            }

            genuine = made;
        }

        var wav = await ChildProcess.RunAsync("opusdec", ["--quiet", "--rate", WaveformRate, "--force-wav", "-", "-"], genuine.Ogg, Limit, ct);
        return wav is null || genuine.Seconds <= 0 ? null : new VoiceNote(genuine.Ogg, (int)Math.Ceiling(genuine.Seconds), Waveform.Of(wav));
    }

    private static async Task<byte[]?> EncodeAsync(byte[] recording, CancellationToken ct)
    {
        var wav = AudioFormats.Of(recording) switch
        {
            AudioFormat.Wav => recording,
            AudioFormat.Unknown => null,
            _ => await ToWavAsync(recording, ct),
        };
        return wav is null ? null : await ChildProcess.RunAsync("opusenc", OpusArguments, wav, Limit, ct);
    }

    // The length in the header of a WAV that is written to a pipe is a guess.
    private static readonly string[] OpusArguments =
        ["--quiet", "--bitrate", "16", "--framesize", "60", "--speech", "--downmix-mono", "--discard-comments", "--padding", "0", "--ignorelength", "-", "-"];

    // Nothing but pipes: a playlist in disguise must not open files or addresses.
    private static Task<byte[]?> ToWavAsync(byte[] recording, CancellationToken ct) => ChildProcess.RunAsync(
        "ffmpeg",
        ["-hide_banner", "-loglevel", "error", "-protocol_whitelist", "pipe", "-i", "pipe:0", "-vn", "-ac", "1", "-ar", "48000", "-t", "600", "-f", "wav", "pipe:1"],
        recording,
        Limit,
        ct);
}
