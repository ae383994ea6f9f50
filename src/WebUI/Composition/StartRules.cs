using WaSaas.Infrastructure.Billing;
using WaSaas.Infrastructure.Identity;
using WaSaas.Infrastructure.Mail;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Composition;

/// <summary>
/// What must be so before anything starts. Each sentence says what is missing and what to do; all are said at once.
/// Production has no default password, secret or key.
/// </summary>
internal static class StartRules
{
    public static IReadOnlyList<string> Refusals(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new List<string>();
        settings.AddRange(PlanSettings.Problems(configuration));
        settings.AddRange(DatabaseOptions.Problems(configuration));
        settings.AddRange(BillingSettings.Problems(configuration, environment.IsProduction()));
        settings.AddRange(environment.IsProduction() ? Production(configuration) : Trying(configuration));
        return settings;
    }

    private static IEnumerable<string> Trying(IConfiguration configuration) => ListeningAddresses.OpenAndPlain(configuration).Select(url =>
        $"{url} is plain HTTP that other machines can reach. Outside Production listen on loopback only, for example ASPNETCORE_URLS=http://localhost:5080.");

    private static IEnumerable<string> Production(IConfiguration configuration) =>
        [.. PublicUrl(configuration), .. Mail(configuration), .. Keys(configuration), .. Network(configuration), .. Plain(configuration)];

    private static IEnumerable<string> PublicUrl(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["App:PublicUrl"], UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            yield return "App:PublicUrl is missing or not https. Set App__PublicUrl to the address that people open, for example https://shop.example.com.";
        }
    }

    private static IEnumerable<string> Mail(IConfiguration configuration)
    {
        var missing = MailOptions.Required.Where(name => string.IsNullOrWhiteSpace(configuration[$"{MailOptions.Section}:{name}"]));
        return missing.Select(name => $"{MailOptions.Section}:{name} is missing. Set Mail__Smtp__{name}: links to confirm addresses and to reset passwords go by mail.");
    }

    private static IEnumerable<string> Keys(IConfiguration configuration)
    {
        var (file, password) = (configuration[KeyRing.CertificateSetting], configuration[KeyRing.PasswordSetting]);
        if (string.IsNullOrWhiteSpace(file))
        {
            yield return "DataProtection:Certificate is missing. Set DataProtection__Certificate to a PFX file: without it the key ring, which opens cookies and WhatsApp credentials, would lie on disk unprotected.";
        }

        if (string.IsNullOrWhiteSpace(password))
        {
            yield return "DataProtection:CertificatePassword is missing. Set DataProtection__CertificatePassword to the password of the PFX file.";
        }

        if (!string.IsNullOrWhiteSpace(file) && !string.IsNullOrWhiteSpace(password) && KeyRing.CertificateProblem(file, password) is { } problem)
        {
            yield return $"DataProtection:Certificate names a file that cannot protect the key ring: {problem}.";
        }

        foreach (var key in KeyRing.UnprotectedKeys(Places.DataRoot(configuration)))
        {
            yield return $"The key ring holds an unprotected key ({key}), probably from a trial in Development. Start Production with a Data:Root of its own, or delete that key: people sign in again, and numbers are linked again.";
        }
    }

    private static IEnumerable<string> Network(IConfiguration configuration)
    {
        if (configuration["WhatsApp:Network"] is { Length: > 0 } network && !network.Equals("WhatsApp", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"WhatsApp:Network is {network}, which is for trials. Remove WhatsApp__Network or set it to WhatsApp.";
        }
    }

    private static IEnumerable<string> Plain(IConfiguration configuration) => Proxies.AreConfigured(configuration)
        ? []
        : ListeningAddresses.OpenAndPlain(configuration).Select(url =>
            $"{url} is plain HTTP that other machines can reach. Listen on loopback or with a certificate, or name the proxy that ends TLS in ForwardedHeaders:KnownProxies.");
}
