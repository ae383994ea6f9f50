using WaSaas.Application.Assistant;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>What is kept, who works on it, how to be forgotten. It names the model providers that this installation uses.</summary>
[Access(Access.Public)]
public sealed class PrivacyModel(IEnumerable<ModelBrain> models) : AppPage
{
    /// <summary>None when the built-in assistant answers alone.</summary>
    public IReadOnlyList<ModelProcessor> Processors { get; } = ModelProcessor.Of(models);
}
