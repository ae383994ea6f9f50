using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Jobs;
using WaSaas.Application.Retention;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Jobs;

public static class JobServices
{
    private const int Threads = 4;

    /// <summary>Wake-up signals and the settings of section <c>Conversations</c>; needed by every process that writes.</summary>
    public static IServiceCollection AddConversationSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Conversations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<ConversationOptions>>().Value);
        services.AddSingleton<WorkSignals>();
        services.AddSingleton<IWorkSignals>(sp => sp.GetRequiredService<WorkSignals>());
        return services;
    }

    /// <summary>The queue of jobs and the settings of section <c>Retention</c>. Hosted parts run in the host only.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var database = PersistenceServices.For(DatabaseOptions.From(configuration));
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<RetentionOptions>>().Value);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(Threads);
            database.KeepSchedules(quartz);
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddSingleton<JobTimer>();
        services.AddSingleton<IJobTimer>(sp => sp.GetRequiredService<JobTimer>());
        services.AddScoped<IJobQueue, JobQueue>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobHost>();
        return services;
    }

    /// <summary>The workers; in the host only.</summary>
    public static IServiceCollection AddConversationWorkers(this IServiceCollection services)
    {
        services.AddHostedService<LeaseRecovery>();
        services.AddHostedService<MediaWorker>();
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<AlertWorker>();
        return services;
    }
}
