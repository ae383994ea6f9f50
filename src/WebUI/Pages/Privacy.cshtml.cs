using WaSaas.Application.Assistant;
using WaSaas.Application.Speech;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>What is kept, who works on it, how to be forgotten. It names the providers of models and speech that this installation uses.</summary>
[Access(Access.Public)]
public sealed class PrivacyModel(IEnumerable<ModelBrain> models, ISpeechToText ears, ITextToSpeech voice) : AppPage
{
    /// <summary>None when the built-in assistant answers alone.</summary>
    public IReadOnlyList<ModelProcessor> Processors { get; } = ModelProcessor.Of(models);

    /// <summary>Whose server hears customers' voice notes; null when none does.</summary>
    public string? HearingHost { get; } = ears.Host;

    /// <summary>Whose server speaks the answers; null when none does.</summary>
    public string? SpeakingHost { get; } = voice.Host;
}
