using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Tenants;

namespace WaSaas.Application.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services)
    {
        services.AddSingleton<AccountLinks>();
        services.AddScoped<AccountPost>();
        services.AddScoped<ShopSlugs>();
        return services;
    }
}
