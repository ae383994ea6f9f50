using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>What is kept, who works on it, how to be forgotten. It names the model provider that this installation uses.</summary>
[Access(Access.Public)]
public sealed class PrivacyModel(IConfiguration configuration) : AppPage
{
    /// <summary>Host name of the model's endpoint; null when the built-in assistant answers alone.</summary>
    public string? ModelProvider => Uri.TryCreate(configuration["Llm:BaseUrl"], UriKind.Absolute, out var endpoint) ? endpoint.Host : null;

    public string ModelName => configuration["Llm:Model"] ?? "";
}
