using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaSaas.Application.Speech;

namespace WaSaas.Infrastructure.Speech;

public static class SpeechServices
{
    /// <summary>Hearing by a service when one is set up; speaking by a service, else by the embedded voice where it is installed.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(SpeechOptions.Section);
        var options = section.Get<SpeechOptions>() ?? new SpeechOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<SpeechOptions>>(new SpeechOptionsValidator(environment));
        services.AddOptions<SpeechOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IVoiceNotes, VoiceNotes>();
        services.AddSingleton<EspeakVoice>();
        services.AddSingleton(sp => new SpeechClient(Http(sp.GetRequiredService<IOptions<SpeechOptions>>().Value), sp.GetRequiredService<TimeProvider>()));
        Use<ISpeechToText, ServiceTranscription, NoTranscription>(services, Has(options, options.TranscriptionModel));
        if (Has(options, options.VoiceModel))
        {
            return services.AddSingleton<ITextToSpeech, ServiceVoice>();
        }

        return options.EmbeddedVoice
            ? services.AddSingleton<ITextToSpeech>(sp => sp.GetRequiredService<EspeakVoice>())
            : services.AddSingleton<ITextToSpeech, NoVoice>();
    }

    private static bool Has(SpeechOptions options, string? model) => !string.IsNullOrWhiteSpace(options.BaseUrl) && !string.IsNullOrWhiteSpace(model);

    private static void Use<TPort, TService, TNone>(IServiceCollection services, bool configured)
        where TPort : class
        where TService : class, TPort
        where TNone : class, TPort => _ = configured ? services.AddSingleton<TPort, TService>() : services.AddSingleton<TPort, TNone>();

    private static HttpClient Http(SpeechOptions options)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        SpeechClient.Configure(http, options);
        return http;
    }
}
