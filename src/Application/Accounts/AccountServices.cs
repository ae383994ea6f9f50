using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Application.Tenants.Team;

namespace WaSaas.Application.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services)
    {
        services.AddSingleton<AccountLinks>();
        services.AddScoped<AccountPost>();
        services.AddScoped<Entrance>();
        services.AddScoped<SecurityDesk>();
        services.AddSingleton<TeamLinks>();
        services.AddScoped<InvitationPost>();
        services.AddScoped<ShopSlugs>();
        services.AddScoped<PhotoImport>();
        services.AddScoped<ProductImport>();
        services.AddScoped<DeliveryImport>();
        services.AddScoped<ShopImports>();
        services.AddScoped<OwnerImport>();
        return services;
    }
}
