using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using WaSaas.Application.Assistant;

namespace WaSaas.Infrastructure.Llm;

public static class LlmServices
{
    private const string NoKey = "none";
    private const string OpenAiHost = "openai.com";

    /// <summary>Adds the language models that the section <c>Llm</c> names to the assistant's ladder, the secondary one after the first.</summary>
    public static IServiceCollection AddLlm(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(LlmOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<LlmOptions>>(new LlmOptionsValidator(environment));
        services.AddOptions<LlmOptions>().Bind(section).ValidateOnStart();
        var options = section.Get<LlmOptions>() ?? new LlmOptions();
        if (options.IsConfigured)
        {
            services.AddSingleton(sp => Brain(Options(sp), sp.GetRequiredService<TimeProvider>()));
        }

        if (options.Secondary.IsConfigured)
        {
            services.AddSingleton(sp => Brain(Options(sp).Secondary, sp.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    private static LlmOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<LlmOptions>>().Value;

    private static ModelBrain Brain(LlmEndpoint endpoint, TimeProvider clock)
    {
        var host = new Uri(endpoint.BaseUrl!).Host;
        var keyed = endpoint.PromptCacheKey ?? (host == OpenAiHost || host.EndsWith($".{OpenAiHost}", StringComparison.Ordinal));
        var client = new OpenAiChatClient(new ChatClient(endpoint.Model, Key(endpoint), ClientOptions(endpoint)), endpoint.Stream, keyed);
        var resilient = new ResilientChatClient(client, TimeSpan.FromSeconds(endpoint.TimeoutSeconds), new CircuitBreakers(clock), clock);
        return new ModelBrain(endpoint.Model!, resilient)
        {
            Host = host,
            SeesPictures = endpoint.Vision,
            Prices = new ModelPrices(endpoint.Prices.Input, endpoint.Prices.CachedInput, endpoint.Prices.Output),
        };
    }

    private static ApiKeyCredential Key(LlmEndpoint endpoint) => new(string.IsNullOrWhiteSpace(endpoint.ApiKey) ? NoKey : endpoint.ApiKey);

    // Timeouts and retries are ours: the package's own would add up to far more than a turn has.
    private static OpenAIClientOptions ClientOptions(LlmEndpoint endpoint) => new()
    {
        Endpoint = new Uri(endpoint.BaseUrl!.TrimEnd('/')),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = TimeSpan.FromSeconds(LlmEndpoint.MaxTimeoutSeconds + 1),
        Transport = new HttpClientPipelineTransport(new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }),
    };
}
