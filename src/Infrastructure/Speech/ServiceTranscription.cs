using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Application.Speech;

namespace WaSaas.Infrastructure.Speech;

/// <summary>
/// Understands recordings by <c>POST /audio/transcriptions</c>. The file is always called voice.ogg, because services
/// judge by the name; what is no Ogg/Opus is made into one first.
/// </summary>
internal sealed partial class ServiceTranscription(
    SpeechClient client, IVoiceNotes notes, IOptions<SpeechOptions> options, ILogger<ServiceTranscription> log) : ISpeechToText
{
    private const string FileName = "voice.ogg";
    private const int MaxPrompt = 600;

    // Tells words with their probability where a service can; learned once that it cannot.
    private string _format = "verbose_json";

    public bool IsConfigured => true;

    public string? Host => options.Value.Host;

    public async Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct)
    {
        if (recording.Content.Length > options.Value.MaxBytes)
        {
            return Hearing.Failed(HearingFailure.TooLarge);
        }

        return await OggAsync(recording.Content, ct) is { } ogg ? await AskAsync(ogg, hints, ct) : Hearing.Failed(HearingFailure.Unreadable);
    }

    private async Task<byte[]?> OggAsync(byte[] content, CancellationToken ct) =>
        AudioFormats.Of(content) == AudioFormat.OggOpus ? content : (await notes.MakeAsync(content, ct))?.Ogg;

    private async Task<Hearing> AskAsync(byte[] ogg, SpeechHints hints, CancellationToken ct)
    {
        var answer = await client.PostAsync("audio/transcriptions", () => Form(ogg, hints, _format), ct);
        if (answer.Status == 400 && _format != "json")
        {
            _format = "json";
            answer = await client.PostAsync("audio/transcriptions", () => Form(ogg, hints, _format), ct);
        }

        if (!answer.IsSuccess || TranscriptionAnswer.Read(answer.Body) is not { } heard)
        {
            CouldNotHear(answer.Failure ?? "unreadable_answer");
            return Hearing.Failed(HearingFailure.Unavailable);
        }

        return heard.Text.Length == 0 ? Hearing.Failed(HearingFailure.Silence) : Hearing.Of(heard);
    }

    private MultipartFormDataContent Form(byte[] ogg, SpeechHints hints, string format)
    {
        var file = new ByteArrayContent(ogg) { Headers = { ContentType = new MediaTypeHeaderValue("audio/ogg") } };
        var form = new MultipartFormDataContent
        {
            { file, "file", FileName },
            { new StringContent(options.Value.TranscriptionModel!), "model" },
            { new StringContent(format), "response_format" },
        };
        if (hints.Language is { } language)
        {
            form.Add(new StringContent(language), "language");
        }

        if (Prompt(hints.Names) is { Length: > 0 } prompt)
        {
            form.Add(new StringContent(prompt), "prompt");
        }

        return form;
    }

    /// <summary>As many whole names as fit.</summary>
    private static string Prompt(IReadOnlyList<string> names)
    {
        var length = 0;
        return string.Join(", ", names.TakeWhile(name => (length += name.Length + 2) <= MaxPrompt));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The speech service understood nothing: {Failure}")]
    private partial void CouldNotHear(string failure);
}
