using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;
using WaSaas.Application.Speech;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.Speech;

namespace WaSaas.Infrastructure.Tests.Speech;

public sealed class SpeechOverHttpTests
{
    private static readonly SpeechHints Hints = new("fr", ["Bazin riche", "Agoè"]);

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_voice_note_is_understood_with_its_confidence()
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Hears(new
        {
            text = " Je donne 15 000 pour le bazin ",
            language = "french",
            segments = new[] { new { avg_logprob = -0.2, no_speech_prob = 0.0 }, new { avg_logprob = -0.4, no_speech_prob = 0.1 } },
        }));

        var heard = await HearAsync(server, await NoteAsync());

        Assert.Equal("Je donne 15 000 pour le bazin", heard.Transcript!.Text);
        Assert.Equal("fr", heard.Transcript.Language);
        Assert.Equal(Math.Exp(-0.3) * 0.9, heard.Transcript.Confidence!.Value, 3);
        Assert.Equal(("verbose_json", "fr", "Bazin riche, Agoè"), (server.Asked[0]["response_format"], server.Asked[0]["language"], server.Asked[0]["prompt"]));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_service_that_knows_only_plain_answers_is_asked_for_those_from_then_on()
    {
        await using var server = await SpeechServer.StartAsync(
            SpeechServer.Refuses(400), SpeechServer.Hears(new { text = "bonjour" }), SpeechServer.Hears(new { text = "merci" }));
        await using var services = Services(server);
        var hearing = services.GetRequiredService<ISpeechToText>();
        var note = await NoteAsync();

        var first = await hearing.TranscribeAsync(note, Hints, _ct);
        var second = await hearing.TranscribeAsync(note, Hints, _ct);

        Assert.Equal(("bonjour", "merci"), (first.Transcript!.Text, second.Transcript!.Text));
        Assert.Null(first.Transcript.Confidence);
        Assert.Equal(["verbose_json", "json", "json"], server.Asked.Select(fields => fields["response_format"]));
    }

    [Fact]
    public async Task A_browsers_recording_reaches_the_service_as_a_voice_note()
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Hears(new { text = "bonjour" }));
        var webm = await ChildProcess.RunAsync(
            "ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", "sine=duration=1", "-c:a", "libopus", "-f", "webm", "pipe:1"], ReadOnlyMemory<byte>.Empty, TimeSpan.FromSeconds(30), _ct);

        var heard = await HearAsync(server, new Recording(webm!, "audio/webm", 1));

        Assert.Equal("bonjour", heard.Transcript?.Text);
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_is_not_tried_again(int status)
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Refuses(status), SpeechServer.Hears(new { text = "too late" }));

        var heard = await HearAsync(server, await NoteAsync());

        Assert.Equal(HearingFailure.Unavailable, heard.Failure);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_once_more(int status)
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Refuses(status), SpeechServer.Hears(new { text = "bonjour" }));

        Assert.Equal("bonjour", (await HearAsync(server, await NoteAsync())).Transcript?.Text);
    }

    [Fact]
    public async Task A_service_that_hangs_is_left_after_its_time()
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Hangs());

        var heard = await HearAsync(server, await NoteAsync(), ("Speech:TimeoutSeconds", "1"));

        Assert.Equal(HearingFailure.Unavailable, heard.Failure);
    }

    [Fact]
    public async Task Silence_and_nonsense_are_told_apart()
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Hears(new { text = "  " }), SpeechServer.Hears(new { words = 3 }));
        var note = await NoteAsync();

        Assert.Equal(HearingFailure.Silence, (await HearAsync(server, note)).Failure);
        Assert.Equal(HearingFailure.Unavailable, (await HearAsync(server, note)).Failure);
    }

    [Fact]
    public async Task What_is_too_large_or_no_sound_is_not_sent_at_all()
    {
        await using var server = await SpeechServer.StartAsync();
        var note = await NoteAsync();

        Assert.Equal(HearingFailure.TooLarge, (await HearAsync(server, note, ("Speech:MaxBytes", "100"))).Failure);
        Assert.Equal(HearingFailure.Unreadable, (await HearAsync(server, new Recording([1, 2, 3], "audio/ogg", 3))).Failure);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("wav", "audio/wav")]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("ogg", "audio/ogg")]
    public async Task Whatever_sound_a_service_answers_becomes_a_voice_note(string format, string mime)
    {
        var sound = await ChildProcess.RunAsync(
            "ffmpeg",
            ["-loglevel", "error", "-f", "lavfi", "-i", "sine=duration=1.9:sample_rate=48000", .. format == "ogg" ? new[] { "-c:a", "libopus" } : [], "-f", format, "pipe:1"],
            ReadOnlyMemory<byte>.Empty,
            TimeSpan.FromSeconds(30),
            _ct);
        await using var server = await SpeechServer.StartAsync(SpeechServer.Speaks(sound!, mime));
        await using var services = Services(server);

        var note = await services.GetRequiredService<ITextToSpeech>().SpeakAsync("vingt mille francs CFA", "fr", _ct);

        Assert.Equal(2, note!.Seconds);
        Assert.Equal(("opus", "vingt mille francs CFA"), (server.Asked[0]["response_format"], server.Asked[0]["input"]));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task When_the_service_has_no_voice_the_embedded_one_speaks_unless_it_is_switched_off()
    {
        await using var server = await SpeechServer.StartAsync(SpeechServer.Refuses(401), SpeechServer.Speaks("not a sound"u8.ToArray(), "audio/ogg"));
        await using var services = Services(server);
        await using var without = Services(server, ("Speech:EmbeddedVoice", "false"));

        Assert.NotNull(await services.GetRequiredService<ITextToSpeech>().SpeakAsync("bonjour madame", "fr", _ct));
        Assert.Null(await without.GetRequiredService<ITextToSpeech>().SpeakAsync("bonjour madame", "fr", _ct));
    }

    [Fact]
    public async Task With_nothing_set_customers_are_asked_to_write_and_the_embedded_voice_speaks()
    {
        await using var services = Build([]);

        var hearing = services.GetRequiredService<ISpeechToText>();

        Assert.False(hearing.IsConfigured);
        Assert.Equal(HearingFailure.NotConfigured, (await hearing.TranscribeAsync(new Recording([], null, null), Hints, _ct)).Failure);
        Assert.True(services.GetRequiredService<ITextToSpeech>().IsConfigured);
    }

    [Theory]
    [InlineData("Speech:VoiceModel", "v", "Speech:BaseUrl must be")]
    [InlineData("Speech:BaseUrl", "https://speech.example/v1", "Speech:TranscriptionModel or Speech:VoiceModel is missing")]
    [InlineData("Speech:BaseUrl", "http://speech.example/v1", "must be https")]
    [InlineData("Speech:BaseUrl", "https://speech.example/v1", "Speech:ApiKey is missing")]
    public void Half_a_configuration_is_refused_at_the_start(string setting, string value, string sentence)
    {
        using var services = Build([(setting, value)]);

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SpeechOptions>>().Value);

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    private async Task<Hearing> HearAsync(SpeechServer server, Recording note, params (string, string)[] settings)
    {
        await using var services = Services(server, settings);
        return await services.GetRequiredService<ISpeechToText>().TranscribeAsync(note, Hints, _ct);
    }

    private async Task<Recording> NoteAsync()
    {
        var note = (await new EspeakVoice(new VoiceNotes()).SpeakAsync("Bonjour", "fr", _ct))!;
        return new Recording(note.Ogg, VoiceNote.Mime, note.Seconds);
    }

    private static ServiceProvider Services(SpeechServer server, params (string, string)[] settings) => Build(
    [
        ("Speech:BaseUrl", server.BaseUrl), ("Speech:ApiKey", SpeechServer.Key), ("Speech:TranscriptionModel", "hear-1"), ("Speech:VoiceModel", "speak-1"), .. settings,
    ]);

    private static ServiceProvider Build((string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
        var environment = Substitute.For<IHostEnvironment>();
        environment.EnvironmentName.Returns(Environments.Development);
        return new ServiceCollection().AddLogging().AddSpeech(configuration, environment).BuildServiceProvider();
    }
}
