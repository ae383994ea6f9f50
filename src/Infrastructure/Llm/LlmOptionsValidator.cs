using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WaSaas.Infrastructure.Llm;

/// <summary>Half a configuration stops the start with a sentence, instead of failing at the first customer.</summary>
internal sealed class LlmOptionsValidator(IHostEnvironment environment) : IValidateOptions<LlmOptions>
{
    public ValidateOptionsResult Validate(string? name, LlmOptions options)
    {
        var failures = options.IsConfigured ? Failures(options).ToArray() : [];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(LlmOptions options)
    {
        if (UrlFailure(options.BaseUrl) is { } wrong)
        {
            yield return wrong;
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return "Llm:Model is missing: name the model that Llm:BaseUrl offers, or remove all Llm settings to use the embedded assistant only.";
        }

        if (string.IsNullOrWhiteSpace(options.ApiKey) && !IsLoopback(options.BaseUrl))
        {
            yield return "Llm:ApiKey is missing: only a server on this machine may be called without a key.";
        }

        if (options.TimeoutSeconds is < LlmOptions.MinTimeoutSeconds or > LlmOptions.MaxTimeoutSeconds)
        {
            yield return $"Llm:TimeoutSeconds must be {LlmOptions.MinTimeoutSeconds} to {LlmOptions.MaxTimeoutSeconds}.";
        }
    }

    private string? UrlFailure(string? baseUrl)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return "Llm:BaseUrl must be an absolute http(s) address with the version in it, for example https://host/v1.";
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            return "Llm:BaseUrl must have no query, fragment or user name.";
        }

        return url.Scheme == "https" || (url.IsLoopback && !environment.IsProduction())
            ? null
            : "Llm:BaseUrl must be https. Plain http is for a server on this machine, outside Production.";
    }

    private static bool IsLoopback(string? baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.IsLoopback;
}
