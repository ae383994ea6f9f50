namespace WaSaas.Infrastructure.Llm;

/// <summary>Section <c>Llm</c>: an OpenAI-compatible endpoint. With nothing set the embedded assistant answers alone.</summary>
public sealed class LlmOptions : LlmEndpoint
{
    public const string Section = "Llm";
    public const string SecondarySection = "Llm:Secondary";

    /// <summary>Asked when the first one is not to be had; the same settings.</summary>
    public LlmEndpoint Secondary { get; set; } = new();
}

public class LlmEndpoint
{
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

    /// <summary>Asks for the answer as a stream: some servers are only quick, or only work, that way.</summary>
    public bool Stream { get; set; }

    /// <summary>Sends <c>prompt_cache_key</c>. Not set: to OpenAI only, since strict servers refuse fields they do not know.</summary>
    public bool? PromptCacheKey { get; set; }

    /// <summary>The model reads image parts: customers' pictures may be shown to it, where the shop allows it.</summary>
    public bool Vision { get; set; }

    public LlmPrices Prices { get; set; } = new();

    public bool IsConfigured => !(string.IsNullOrWhiteSpace(BaseUrl) && string.IsNullOrWhiteSpace(ApiKey) && string.IsNullOrWhiteSpace(Model));
}

/// <summary>Per million tokens, in the currency of the provider's bill.</summary>
public sealed class LlmPrices
{
    public decimal Input { get; set; }

    public decimal CachedInput { get; set; }

    public decimal Output { get; set; }
}
