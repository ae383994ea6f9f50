using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WaSaas.Infrastructure.Llm;

/// <summary>Half a configuration stops the start with a sentence, instead of failing at the first customer.</summary>
internal sealed class LlmOptionsValidator(IHostEnvironment environment) : IValidateOptions<LlmOptions>
{
    public ValidateOptionsResult Validate(string? name, LlmOptions options)
    {
        string[] failures =
        [
            .. options.IsConfigured ? Failures(options, LlmOptions.Section) : [],
            .. options.Secondary.IsConfigured ? Failures(options.Secondary, LlmOptions.SecondarySection) : [],
            .. options.Secondary.IsConfigured && !options.IsConfigured ? ["Llm:Secondary stands in for Llm: set Llm:BaseUrl and Llm:Model first."] : (string[])[],
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(LlmEndpoint options, string section)
    {
        if (UrlFailure(options.BaseUrl, section) is { } wrong)
        {
            yield return wrong;
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return $"{section}:Model is missing: name the model that {section}:BaseUrl offers, or remove all {section} settings to use the embedded assistant only.";
        }

        if (string.IsNullOrWhiteSpace(options.ApiKey) && !IsLoopback(options.BaseUrl))
        {
            yield return $"{section}:ApiKey is missing: only a server on this machine may be called without a key.";
        }

        if (options.TimeoutSeconds is < LlmEndpoint.MinTimeoutSeconds or > LlmEndpoint.MaxTimeoutSeconds)
        {
            yield return $"{section}:TimeoutSeconds must be {LlmEndpoint.MinTimeoutSeconds} to {LlmEndpoint.MaxTimeoutSeconds}.";
        }

        if (options.Prices is { Input: < 0 } or { CachedInput: < 0 } or { Output: < 0 })
        {
            yield return $"{section}:Prices must not be negative.";
        }
    }

    private string? UrlFailure(string? baseUrl, string section)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return $"{section}:BaseUrl must be an absolute http(s) address with the version in it, for example https://host/v1.";
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            return $"{section}:BaseUrl must have no query, fragment or user name.";
        }

        return url.Scheme == "https" || (url.IsLoopback && !environment.IsProduction())
            ? null
            : $"{section}:BaseUrl must be https. Plain http is for a server on this machine, outside Production.";
    }

    private static bool IsLoopback(string? baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.IsLoopback;
}
