using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Infrastructure.Billing;
using WaSaas.Infrastructure.Identity;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Llm;
using WaSaas.Infrastructure.Mail;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Speech;
using WaSaas.Infrastructure.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.SandboxControl;
using WaSaas.WebUI.Api;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.Webhooks;

namespace WaSaas.WebUI.Composition;

/// <summary>The one place that knows every part. Host and command line are built from it alike.</summary>
internal static class WaSaasHost
{
    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = Places.ContentRoot,
            EnvironmentName = IsEnvironmentNamed(args) ? null : Environments.Development,
        });
        builder.Configuration["Data:Root"] = Places.DataRoot(builder.Configuration);

        // It would add a route of its own, without an access class, that looks for files that the build does not know.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        if (!ListeningAddresses.AreConfigured(builder.Configuration))
        {
            builder.Configuration["urls"] = DefaultUrl;
        }

        return builder;
    }

    public static WebApplicationBuilder AddWaSaas(this WebApplicationBuilder builder)
    {
        var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);
        var dataRoot = configuration["Data:Root"]!;
        services.AddSingleton(PlanSettings.Read(configuration));
        services.AddSingleton(PlanSettings.ReadPrices(configuration));
        services.AddApplication();
        services.AddPersistence(configuration);
        services.AddKeyRing(configuration, dataRoot);
        services.AddPeople(cookie => CookieRules.Apply(cookie, "wasaas", environment));
        services.AddMail(configuration, dataRoot);
        services.AddConversationSignals(configuration);
        services.AddJobs(configuration);
        services.AddAssistant();
        services.AddLlm(configuration, environment);
        services.AddSpeech(configuration, environment);
        services.AddWhatsApp(configuration, environment);
        services.AddSandboxControl();
        services.AddConversationWorkers();
        services.AddBilling(configuration, environment);
        services.AddBillingWorker();
        services.AddWebFace(environment);
        services.AddApi();
        services.AddRateLimits(configuration);
        services.AddProxies(configuration);
        services.AddScoped<DemoOwner>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        if (!environment.IsDevelopment())
        {
            // Built but not published, as run.sh does it: files still come from the project.
            builder.WebHost.UseStaticWebAssets();
        }

        return builder;
    }

    public static WebApplication UseWaSaas(this WebApplication app)
    {
        app.UseProxies();
        app.UseWebFaceGuards();
        app.UseHttpsOnly();
        app.UseApiProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseTenantFromClaim();
        app.UseRateLimiter();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapWebFace();
        app.MapApi();
        app.MapStripeWebhook();
        app.MapHealth();
        app.RequireAccessOnEveryRoute();
        return app;
    }

    private static bool IsEnvironmentNamed(string[] args) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is { Length: > 0 }
        || args.Any(a => a.TrimStart('-').StartsWith("environment", StringComparison.OrdinalIgnoreCase));
}
