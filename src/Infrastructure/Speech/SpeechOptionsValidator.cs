using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Llm;

namespace WaSaas.Infrastructure.Speech;

/// <summary>Half a configuration stops the start with a sentence, instead of failing at the first voice note.</summary>
internal sealed class SpeechOptionsValidator(IHostEnvironment environment) : IValidateOptions<SpeechOptions>
{
    private const int LongestTimeout = 60;

    public ValidateOptionsResult Validate(string? name, SpeechOptions options)
    {
        var failures = options.IsConfigured ? Failures(options).ToArray() : [];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(SpeechOptions options)
    {
        if (ServiceAddress.Failure("Speech:BaseUrl", options.BaseUrl, environment) is { } wrong)
        {
            yield return wrong;
        }

        if (string.IsNullOrWhiteSpace(options.TranscriptionModel) && string.IsNullOrWhiteSpace(options.VoiceModel))
        {
            yield return "Speech:TranscriptionModel or Speech:VoiceModel is missing: name at least one, or remove all Speech settings.";
        }

        if (string.IsNullOrWhiteSpace(options.ApiKey) && !ServiceAddress.IsLoopback(options.BaseUrl))
        {
            yield return "Speech:ApiKey is missing: only a server on this machine may be called without a key.";
        }

        if (options.TimeoutSeconds is < 1 or > LongestTimeout)
        {
            yield return $"Speech:TimeoutSeconds must be 1 to {LongestTimeout}.";
        }
    }
}
