namespace WaSaas.Infrastructure.Llm;

/// <summary>Section <c>Llm</c>: an OpenAI-compatible endpoint. With nothing set the embedded assistant answers alone.</summary>
public sealed class LlmOptions
{
    public const string Section = "Llm";
    public const int MinTimeoutSeconds = 1;

    /// <summary>A turn as a whole has 20 seconds.</summary>
    public const int MaxTimeoutSeconds = 15;

    /// <summary>With the version, e.g. <c>https://host/v1</c>; <c>/chat/completions</c> is added.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as bearer token. A server on this machine may do without.</summary>
    public string? ApiKey { get; set; }

    public string? Model { get; set; }

    /// <summary>For one call; a call that fails for a passing reason is tried once more.</summary>
    public int TimeoutSeconds { get; set; } = 8;

    public bool IsConfigured => !(string.IsNullOrWhiteSpace(BaseUrl) && string.IsNullOrWhiteSpace(ApiKey) && string.IsNullOrWhiteSpace(Model));
}
