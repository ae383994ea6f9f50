using MediatR;
using Microsoft.AspNetCore.Localization;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;

namespace WaSaas.WebUI.Localisation;

public static class LocalisationServices
{
    public static IServiceCollection AddScreenLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<LanguageCookie>();
        services.AddScoped<Says>();
        services.AddOptions<RequestLocalizationOptions>().Configure<LanguageCookie>((options, cookie) =>
        {
            options.SetDefaultCulture(Languages.French).AddSupportedCultures(Languages.All).AddSupportedUICultures(Languages.All);
            options.RequestCultureProviders =
            [
                cookie.AsProvider(),
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
                new CustomRequestCultureProvider(LanguageOfShop),
            ];
        });
        return services;
    }

    /// <summary>For a signed-in person whose browser speaks neither language: what the shop speaks.</summary>
    private static async Task<ProviderCultureResult?> LanguageOfShop(HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<ITenantScope>().IsSet)
        {
            return null;
        }

        var shop = await http.RequestServices.GetRequiredService<IMediator>().Send(new GetShop(), http.RequestAborted);
        return new ProviderCultureResult(shop.Language);
    }
}
