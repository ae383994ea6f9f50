using System.Buffers.Binary;
using System.Text;
using WaSaas.Application.Speech;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.Speech;

namespace WaSaas.Infrastructure.Tests.Speech;

/// <summary>The real programs of Debian: espeak-ng, opusenc, opusdec, ffmpeg. test.sh installs them.</summary>
public sealed class VoiceNotesTests
{
    private const string Sentence = "Bonjour madame, le bazin riche est à vingt mille francs CFA. La livraison à Agoè fait mille cinq cents francs.";

    private static readonly VoiceNotes Notes = new();

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_embedded_voice_makes_a_genuine_voice_note(string language)
    {
        var note = (await new EspeakVoice(Notes).SpeakAsync(Sentence, language, _ct))!;

        var pages = OggPages.Read(note.Ogg);
        Assert.Equal((1, VoiceNoteHeader.Rate), (pages[0].Body.Span[9], BinaryPrimitives.ReadInt32LittleEndian(pages[0].Body.Span[12..])));
        Assert.Equal("WhatsApp", Encoding.ASCII.GetString(pages[1].Body.Span.Slice(12, 8)));
        Assert.Equal(24, pages[1].Body.Length);
        Assert.All(pages, page => Assert.Equal(ChecksumIn(page), ChecksumOf(page)));
        Assert.InRange(note.Seconds, 5, 12);
        Assert.Equal(VoiceNote.WaveformLength, note.Waveform.Length);
        Assert.Equal(100, note.Waveform.Max());
    }

    [Fact]
    public async Task What_is_spoken_decodes_to_the_length_that_the_note_declares_and_is_loud_enough_to_hear()
    {
        var note = (await new EspeakVoice(Notes).SpeakAsync(Sentence, "fr", _ct))!;

        var wav = (await ChildProcess.RunAsync("opusdec", ["--quiet", "--rate", "16000", "--force-wav", "-", "-"], note.Ogg, TimeSpan.FromSeconds(20), _ct))!;

        var samples = wav.AsSpan(44);
        var seconds = samples.Length / 2 / 16_000.0;
        Assert.InRange(seconds, note.Seconds - 1, note.Seconds);
        var energy = 0.0;
        for (var at = 0; at + 1 < samples.Length; at += 2)
        {
            energy += Math.Pow(BinaryPrimitives.ReadInt16LittleEndian(samples[at..]) / 32_768.0, 2);
        }

        Assert.InRange(10 * Math.Log10(energy / (samples.Length / 2.0)), -35, -5);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("webm")]
    [InlineData("wav")]
    [InlineData("ogg")]
    public async Task Recordings_of_servers_and_browsers_become_voice_notes(string format)
    {
        var recording = await RecordedAsync(format);

        var note = (await Notes.MakeAsync(recording, _ct))!;

        Assert.Equal(AudioFormat.OggOpus, AudioFormats.Of(note.Ogg));
        Assert.Equal(2, note.Seconds);
    }

    [Fact]
    public async Task Two_channels_are_mixed_into_one()
    {
        var stereo = await FfmpegAsync("ogg", "-ac", "2", "-c:a", "libopus");

        var note = (await Notes.MakeAsync(stereo, _ct))!;

        Assert.Equal(1, OggPages.Read(note.Ogg)[0].Body.Span[9]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no sound at all.")]
    [InlineData("OggS and then nothing that a player could use")]
    [InlineData("RIFF\0\0\0\0WAVEbroken")]
    [InlineData("#EXTM3U\nfile:///etc/hostname")]
    public async Task What_holds_no_sound_becomes_nothing(string content) =>
        Assert.Null(await Notes.MakeAsync(Encoding.UTF8.GetBytes(content), _ct));

    [Fact]
    public async Task A_note_that_was_cut_off_is_not_passed_on_as_it_is()
    {
        var whole = (await new EspeakVoice(Notes).SpeakAsync(Sentence, "fr", _ct))!.Ogg;

        var half = whole[..(whole.Length / 2)];

        Assert.Null(VoiceNoteHeader.Genuine(half));
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_no_crash() =>
        Assert.Null(await ChildProcess.RunAsync("wasaas-no-such-program", [], new byte[] { 1 }, TimeSpan.FromSeconds(5), _ct));

    [Fact]
    public async Task A_program_that_never_ends_is_ended() =>
        Assert.Null(await ChildProcess.RunAsync("sleep", ["600"], ReadOnlyMemory<byte>.Empty, TimeSpan.FromMilliseconds(200), _ct));

    private async Task<byte[]> RecordedAsync(string format) => format switch
    {
        "mp3" => await FfmpegAsync("mp3"),
        "webm" => await FfmpegAsync("webm", "-c:a", "libopus"),
        "ogg" => await FfmpegAsync("ogg", "-c:a", "libopus"),
        _ => await FfmpegAsync("wav"),
    };

    // Two seconds of a tone, less the rounding of frames.
    private async Task<byte[]> FfmpegAsync(string format, params string[] coding) => (await ChildProcess.RunAsync(
        "ffmpeg",
        ["-hide_banner", "-loglevel", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=1.9:sample_rate=48000", .. coding, "-f", format, "pipe:1"],
        ReadOnlyMemory<byte>.Empty,
        TimeSpan.FromSeconds(30),
        _ct))!;

    private static uint ChecksumIn(OggPage page) => BinaryPrimitives.ReadUInt32LittleEndian(page.Whole.Span[22..]);

    private static uint ChecksumOf(OggPage page)
    {
        var bytes = page.Whole.ToArray();
        bytes.AsSpan(22, 4).Clear();
        return OggPages.Checksum(bytes);
    }
}
