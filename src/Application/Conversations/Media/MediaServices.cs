using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Application.Speech;

namespace WaSaas.Application.Conversations.Media;

internal static class MediaServices
{
    /// <summary>Nothing hears and nothing speaks until a host adds something that does.</summary>
    public static IServiceCollection AddMediaIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<ISpeechToText, NoTranscription>();
        services.TryAddSingleton<ITextToSpeech, NoVoice>();
        services.AddSingleton<MediaLanes>();
        services.AddScoped<MessageFiles>();
        services.AddScoped<SimulatedFiles>();
        services.AddScoped<VoiceHearing>();
        services.AddScoped<VoiceReplies>();
        return services.AddScoped<MediaIntake>();
    }
}
