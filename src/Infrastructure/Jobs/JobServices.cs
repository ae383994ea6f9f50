using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;

namespace WaSaas.Infrastructure.Jobs;

public static class JobServices
{
    /// <summary>Wake-up signals and the settings of section <c>Conversations</c>; needed by every process that writes.</summary>
    public static IServiceCollection AddConversationSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Conversations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<ConversationOptions>>().Value);
        services.AddSingleton<WorkSignals>();
        services.AddSingleton<IWorkSignals>(sp => sp.GetRequiredService<WorkSignals>());
        return services;
    }

    /// <summary>The workers; in the host only.</summary>
    public static IServiceCollection AddConversationWorkers(this IServiceCollection services)
    {
        services.AddHostedService<LeaseRecovery>();
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<AlertWorker>();
        return services;
    }
}
