using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Tenants.Team;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptionUseCases(this IServiceCollection services)
    {
        services.TryAddSingleton(PlanTerms.Default);
        services.TryAddSingleton(PlanPrices.None);
        services.AddSingleton<BillingTurns>();
        services.AddSingleton<BillingNotices>();
        services.AddSingleton<NoticeSignal>();
        services.AddScoped<PlanRoom>();
        services.AddScoped<PlanLimits>();
        services.AddScoped<TeamPlaces>();
        services.AddScoped<Usage>();
        services.AddScoped<BillingOperations>();
        services.AddScoped<BillingSync>();
        services.AddScoped<BillingDesk>();
        services.AddScoped<OwnerPost>();
        services.AddScoped<OperatorPost>();
        return services;
    }
}
