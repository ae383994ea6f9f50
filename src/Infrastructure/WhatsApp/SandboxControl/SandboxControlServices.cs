using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp.SandboxControl;

public static class SandboxControlServices
{
    /// <summary>Wants an <see cref="ISandboxNetwork"/>. Without loggers: the addresses of the calls hold phone numbers.</summary>
    public static IServiceCollection AddSandboxControl(this IServiceCollection services)
    {
        services.AddHttpClient<ISandboxPhones, SandboxControlClient>(http => http.Timeout = TimeSpan.FromSeconds(5)).RemoveAllLoggers();
        return services;
    }
}
