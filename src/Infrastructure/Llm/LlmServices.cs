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

    /// <summary>Adds a language model to the assistant's ladder when the section <c>Llm</c> names one.</summary>
    public static IServiceCollection AddLlm(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(LlmOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<LlmOptions>>(new LlmOptionsValidator(environment));
        services.AddOptions<LlmOptions>().Bind(section).ValidateOnStart();
        if (section.Get<LlmOptions>() is { IsConfigured: true })
        {
            services.AddSingleton(sp => Brain(sp.GetRequiredService<IOptions<LlmOptions>>().Value, sp.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    private static ModelBrain Brain(LlmOptions options, TimeProvider clock)
    {
        var client = new OpenAiChatClient(new ChatClient(options.Model, Key(options), ClientOptions(options)));
        return new ModelBrain(options.Model!, new ResilientChatClient(client, TimeSpan.FromSeconds(options.TimeoutSeconds), new CircuitBreaker(clock), clock));
    }

    private static ApiKeyCredential Key(LlmOptions options) => new(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey);

    // Timeouts and retries are ours: the package's own would add up to far more than a turn has.
    private static OpenAIClientOptions ClientOptions(LlmOptions options) => new()
    {
        Endpoint = new Uri(options.BaseUrl!.TrimEnd('/')),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = TimeSpan.FromSeconds(LlmOptions.MaxTimeoutSeconds + 1),
        Transport = new HttpClientPipelineTransport(new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }),
    };
}
