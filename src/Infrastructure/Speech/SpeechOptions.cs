namespace WaSaas.Infrastructure.Speech;

/// <summary>
/// Section <c>Speech</c>: an OpenAI-compatible endpoint for both directions. With nothing set customers are asked to
/// write, and the embedded voice speaks where it is installed.
/// </summary>
public sealed class SpeechOptions
{
    public const string Section = "Speech";

    /// <summary>With the version, e.g. <c>https://host/v1</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as bearer token. A server on this machine may do without.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Understands recordings; not set = customers are asked to write.</summary>
    public string? TranscriptionModel { get; set; }

    /// <summary>Speaks; not set = the embedded voice.</summary>
    public string? VoiceModel { get; set; }

    public string Voice { get; set; } = "alloy";

    /// <summary>For one call.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Notes above this are not sent to the service.</summary>
    public int MaxBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>espeak-ng when it is installed: intelligible, robotic.</summary>
    public bool EmbeddedVoice { get; set; } = true;

    internal string? Host => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) ? url.Host : null;

    public bool IsConfigured => !(string.IsNullOrWhiteSpace(BaseUrl) && string.IsNullOrWhiteSpace(ApiKey)
        && string.IsNullOrWhiteSpace(TranscriptionModel) && string.IsNullOrWhiteSpace(VoiceModel));
}
