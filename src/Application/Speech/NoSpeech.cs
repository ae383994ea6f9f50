namespace WaSaas.Application.Speech;

/// <summary>No service understands recordings here: customers are asked to write.</summary>
public sealed class NoTranscription : ISpeechToText
{
    public bool IsConfigured => false;

    public Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct) =>
        Task.FromResult(Hearing.Failed(HearingFailure.NotConfigured));
}

/// <summary>Nothing speaks here: answers are written.</summary>
public sealed class NoVoice : ITextToSpeech
{
    public bool IsConfigured => false;

    public Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct) => Task.FromResult<VoiceNote?>(null);
}
