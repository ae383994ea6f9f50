using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// The keys behind cookies, links and stored credentials, under Data:Root/keys, where the host and the command line find the
/// same ones. Encrypted with a certificate when one is configured; Production refuses to go without.
/// </summary>
public static class KeyRing
{
    public const string CertificateSetting = "DataProtection:Certificate";
    public const string PasswordSetting = "DataProtection:CertificatePassword";

    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration, string dataRoot)
    {
        var ring = services.AddDataProtection().SetApplicationName("WaSaas").PersistKeysToFileSystem(Private(FolderIn(dataRoot)));
        if (configuration[CertificateSetting] is { Length: > 0 } file)
        {
            ring.ProtectKeysWithCertificate(Load(file, configuration[PasswordSetting]));
        }

        return services;
    }

    public static string FolderIn(string dataRoot) => Path.Combine(dataRoot, "keys");

    /// <summary>A sentence for the person who starts the host, or null when the certificate can be used.</summary>
    public static string? CertificateProblem(string file, string? password)
    {
        try
        {
            using var certificate = Load(file, password);
            return certificate.HasPrivateKey ? null : "it holds no private key";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return e is CryptographicException ? "it is no PKCS#12 file, or the password does not fit" : "it cannot be read";
        }
    }

    /// <summary>Names of key files that lie there readable for everyone who gets the folder.</summary>
    public static IReadOnlyList<string> UnprotectedKeys(string dataRoot) => Directory.Exists(FolderIn(dataRoot))
        ? [.. Directory.EnumerateFiles(FolderIn(dataRoot), "key-*.xml").Where(IsUnprotected).Select(f => Path.GetFileName(f))]
        : [];

    private static bool IsUnprotected(string file)
    {
        try
        {
            return !XDocument.Load(file).Descendants("encryptedSecret").Any();
        }
        catch (XmlException)
        {
            return true;
        }
    }

    private static X509Certificate2 Load(string file, string? password) => X509CertificateLoader.LoadPkcs12FromFile(file, password);

    private static DirectoryInfo Private(string folder)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, owner);
    }
}
