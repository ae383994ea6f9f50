using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;
using WaSaas.Infrastructure.WhatsApp.Processes;
using WaSaas.Infrastructure.WhatsApp.Versions;

namespace WaSaas.Infrastructure.WhatsApp;

public static class WhatsAppServices
{
    /// <summary>
    /// The linked numbers with their gateway and, when chosen, the sandbox network. Needs persistence, the application and
    /// a key ring that lasts. To be added before the conversation workers, so that it stops after them.
    /// </summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<WhatsAppOptions>>(new WhatsAppOptionsValidator(environment));
        services.AddOptions<WhatsAppOptions>().Bind(configuration.GetSection(WhatsAppOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SendingOptions>().Bind(configuration.GetSection(WhatsAppOptions.Section + ":Sending")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<SendingOptions>>().Value);
        services.AddSingleton<IWhatsAppNetwork>(sp => new ChosenNetwork(Options(sp).NetworkIn(environment)));
        // By default a key ring belongs to a folder; links must open after the host has moved to another one.
        services.AddDataProtection().SetApplicationName("WaSaas");
        AddNetwork(services, configuration, environment);
        AddKeys(services);
        AddSessions(services);
        services.AddHealthChecks().AddCheck<GatewayHealthCheck>(GatewayHealthCheck.Name, tags: ["ready"]);
        return services;
    }

    private static void AddNetwork(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var chosen = configuration.GetSection(WhatsAppOptions.Section).GetValue<WhatsAppNetwork?>(nameof(WhatsAppOptions.Network));
        if (new WhatsAppOptions { Network = chosen }.NetworkIn(environment) == WhatsAppNetwork.Sandbox)
        {
            services.AddSingleton<SandboxProcess>();
            services.AddSingleton<INetworkEndpoints>(sp => sp.GetRequiredService<SandboxProcess>());
            services.AddSingleton<ISandboxNetwork>(sp => sp.GetRequiredService<SandboxProcess>());
            services.AddHostedService(sp => sp.GetRequiredService<SandboxProcess>());
            return;
        }

        services.AddSingleton(sp => new FixedEndpoint(new NetworkEndpoint(Options(sp).ServerUrl, Options(sp).RootKey, Options(sp).MediaCa)));
        services.AddSingleton<INetworkEndpoints>(sp => sp.GetRequiredService<FixedEndpoint>());
        services.AddSingleton<ISandboxNetwork>(sp => sp.GetRequiredService<FixedEndpoint>());
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<MasterKeys>();
        services.AddScoped<CredentialCipher>();
        services.AddScoped<KeyStore>();
        services.AddScoped<SessionJournal>();
        services.AddSingleton<LinkedNumbers>();
        services.AddSingleton<TenantWork>();
        services.AddSingleton<JournalReader>();
        services.AddHostedService(sp => sp.GetRequiredService<JournalReader>());
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<KeyRequests>();
        services.AddHttpClient(WebVersions.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<WebVersions>();
        services.AddSingleton<RecoverySignal>();
        services.AddSingleton<GatewayFleet>();
        services.AddSingleton<GatewayCheck>();
        services.AddSingleton<GatewayProcess.Starter>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<RunningSessions>();
        services.AddSingleton<SessionRequests>();
        services.AddSingleton<SessionPool>();
        services.AddSingleton<IWhatsAppSessions>(sp => sp.GetRequiredService<SessionPool>());
        services.AddSingleton<GatewaySessions>();
        services.AddSingleton<IGatewayHandler, GatewayTraffic>();
        services.AddScoped<IMessagingChannel, WhatsAppChannel>();
        services.AddScoped<MediaSeal>();
        services.AddScoped<IMediaSource, WhatsAppMedia>();
        services.AddSingleton(sp => GatewayListener.Open(sp.GetRequiredService<DatabaseOptions>().DataRoot));
        services.AddSingleton<GatewayDoor>();
        services.AddHostedService<SessionRecovery>();
        services.AddSingleton<GatewaySupervisor>();
        services.AddHostedService(sp => sp.GetRequiredService<GatewaySupervisor>());
        services.AddHostedService<ExchangeOnHangUp>();
    }

    private static WhatsAppOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<WhatsAppOptions>>().Value;
}
