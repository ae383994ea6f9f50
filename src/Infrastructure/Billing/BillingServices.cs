using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WaSaas.Application.Subscriptions;
using WaSaas.Infrastructure.Stripe;

namespace WaSaas.Infrastructure.Billing;

public static class BillingServices
{
    /// <summary>The one provider that is configured; its settings were checked before the start.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        switch (BillingSettings.ProviderOf(configuration, environment.IsProduction()))
        {
            case BillingProvider.Stripe:
                services.AddStripe(StripeOptions.Read(configuration));
                break;
            case BillingProvider.Simulated:
                services.AddScoped<PretendedBilling>();
                services.AddScoped<IBillingGateway>(sp => sp.GetRequiredService<PretendedBilling>());
                services.AddScoped<IPretendedBilling>(sp => sp.GetRequiredService<PretendedBilling>());
                services.AddSingleton<IBillingNotices, NoNotices>();
                break;
            default:
                services.AddSingleton<IBillingGateway, NoBilling>();
                services.AddSingleton<IBillingNotices, NoNotices>();
                break;
        }

        return services;
    }

    /// <summary>Works on the inbox of notices; in the host only.</summary>
    public static IServiceCollection AddBillingWorker(this IServiceCollection services) => services.AddHostedService<NoticeWorker>();

    private static void AddStripe(this IServiceCollection services, StripeOptions options)
    {
        var address = new Uri(options.ApiBase);
        services.AddSingleton(options);
        services.AddSingleton<StripePrices>();
        services.AddSingleton<StripeNotices>();
        services.AddSingleton<IBillingNotices>(sp => sp.GetRequiredService<StripeNotices>());
        services.AddHttpClient<StripeClient>(http => (http.BaseAddress, http.Timeout) = (address, Timeout.InfiniteTimeSpan))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback })
            .RemoveAllLoggers();
        services.AddScoped<StripeCheckouts>();
        services.AddScoped<IBillingGateway, StripeBillingGateway>();
    }
}
