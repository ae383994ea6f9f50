using WaSaas.WebUI.Live;
using WaSaas.WebUI.Pages.Connect;
using WaSaas.WebUI.Pages.Messages;

namespace WaSaas.WebUI.Pages;

internal static class LivePages
{
    public static IServiceCollection AddLivePages(this IServiceCollection services)
    {
        services.AddScoped<ConnectReader>();
        services.AddScoped<MessagesReader>();
        services.AddScoped<ILivePage, FrameLive>();
        services.AddScoped<ILivePage, ConnectLive>();
        services.AddScoped<ILivePage, MessagesLive>();
        return services;
    }
}
