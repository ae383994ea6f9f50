namespace WaSaas.Application.Speech;

/// <summary>Makes voice notes that play on a phone. Null = no voice is to be had now; the text goes out instead.</summary>
public interface ITextToSpeech
{
    /// <summary>False when there is neither a service nor the embedded voice.</summary>
    bool IsConfigured { get; }

    /// <summary>Whose server gets the words: its host name; null when nothing leaves this house.</summary>
    string? Host => null;

    /// <param name="text">Normalised for speech: amounts in words, no emoji, no links.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct);
}

/// <summary>A genuine voice note: Ogg/Opus, mono.</summary>
/// <param name="Ogg">The file.</param>
/// <param name="Seconds">Length, rounded up.</param>
/// <param name="Waveform">64 loudness values, 0 to 100, as phones draw them.</param>
public sealed record VoiceNote(byte[] Ogg, int Seconds, byte[] Waveform)
{
    public const string Mime = "audio/ogg; codecs=opus";
    public const int WaveformLength = 64;
}

/// <summary>Turns a recording of any usual kind (a browser's WebM, MP3, WAV) into a voice note; null when it holds no sound that can be read.</summary>
public interface IVoiceNotes
{
    Task<VoiceNote?> MakeAsync(byte[] recording, CancellationToken ct);
}
