using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Application.Speech;

namespace WaSaas.Infrastructure.Speech;

/// <summary>
/// A voice by <c>POST /audio/speech</c>. Opus is asked for; some servers answer WAV or MP3 all the same, so the first
/// bytes decide. When the service fails the embedded voice speaks.
/// </summary>
internal sealed partial class ServiceVoice(
    SpeechClient client, IVoiceNotes notes, EspeakVoice embedded, IOptions<SpeechOptions> options, ILogger<ServiceVoice> log) : ITextToSpeech
{
    public bool IsConfigured => true;

    public string? Host => options.Value.Host;

    public async Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct)
    {
        var settings = options.Value;
        var answer = await client.PostAsync(
            "audio/speech",
            () => JsonContent.Create(new { model = settings.VoiceModel, voice = settings.Voice, input = text, response_format = "opus" }),
            ct);
        var spoken = answer.IsSuccess ? await notes.MakeAsync(answer.Body, ct) : null;
        if (spoken is null)
        {
            CouldNotSpeak(answer.Failure ?? "unreadable_audio");
        }

        return spoken ?? (options.Value.EmbeddedVoice ? await embedded.SpeakAsync(text, language, ct) : null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The speech service gave no voice note: {Failure}")]
    private partial void CouldNotSpeak(string failure);
}
