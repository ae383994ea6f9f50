namespace WaSaas.Application.Speech;

/// <summary>
/// Understands recordings. Never throws for what a provider or a recording can do: every way it can fail is an answer,
/// because the customer must not be left in silence.
/// </summary>
public interface ISpeechToText
{
    /// <summary>False when no service is set up: then nothing is tried and customers are asked to write.</summary>
    bool IsConfigured { get; }

    /// <summary>Whose server gets the recordings: its host name; null when nothing leaves this house.</summary>
    string? Host => null;

    Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct);
}

/// <param name="Content">The file as it came.</param>
/// <param name="Mime">As declared by the sender; not trusted.</param>
/// <param name="Seconds">Length as declared by the sender; null = not known.</param>
public sealed record Recording(byte[] Content, string? Mime, int? Seconds);

/// <param name="Language">fr or en when known; null lets the service find out.</param>
/// <param name="Names">Products and zones that may be heard, the likeliest first.</param>
public sealed record SpeechHints(string? Language, IReadOnlyList<string> Names);

/// <summary>Either what was heard, or why nothing was.</summary>
public sealed record Hearing(Transcript? Transcript, HearingFailure? Failure)
{
    public static Hearing Of(Transcript transcript) => new(transcript, null);

    public static Hearing Failed(HearingFailure failure) => new(null, failure);
}

/// <param name="Text">What was said; untrusted like any text of a customer.</param>
/// <param name="Confidence">0 to 1; null when the service does not tell.</param>
/// <param name="Language">Two letters; null when the service does not tell.</param>
public sealed record Transcript(string Text, double? Confidence, string? Language)
{
    /// <summary>Below it, figures are repeated back before they count.</summary>
    public const double LowConfidence = 0.5;

    public bool IsDoubtful => Confidence < LowConfidence;
}

public enum HearingFailure
{
    NotConfigured = 1,
    TooLong = 2,
    TooLarge = 3,

    /// <summary>No sound that can be read.</summary>
    Unreadable = 4,

    /// <summary>Nothing was said.</summary>
    Silence = 5,

    /// <summary>The service is down, too slow, or refuses.</summary>
    Unavailable = 6,
}
