using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;

namespace WaSaas.Infrastructure.Mail;

public static class MailServices
{
    /// <summary>SMTP when <c>Mail:Smtp:Host</c> is set, else the outbox folder; Production never gets here without SMTP.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string dataRoot)
    {
        var options = MailOptions.Read(configuration);
        if (string.IsNullOrEmpty(options.Host))
        {
            services.AddSingleton(sp => new OutboxFolder(Path.Combine(dataRoot, "outbox"), sp.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IMailTransport>(sp => sp.GetRequiredService<OutboxFolder>());
            services.AddSingleton<IMailOutbox>(sp => sp.GetRequiredService<OutboxFolder>());
        }
        else
        {
            services.AddSingleton<IMailTransport>(new SmtpTransport(options));
            services.AddSingleton<IMailOutbox, NoOutbox>();
        }

        services.AddSingleton<MailQueue>();
        services.AddSingleton<IMailer>(sp => sp.GetRequiredService<MailQueue>());
        services.AddHostedService(sp => sp.GetRequiredService<MailQueue>());
        services.AddSingleton<IPublicAddress, PublicAddress>();
        return services;
    }
}
