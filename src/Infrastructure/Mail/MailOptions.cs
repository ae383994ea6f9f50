using Microsoft.Extensions.Configuration;

namespace WaSaas.Infrastructure.Mail;

/// <summary>Section <c>Mail:Smtp</c>. Without a host, mail goes to a folder in Development; Production refuses to start.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail:Smtp";

    /// <summary>What Production must have.</summary>
    public static readonly IReadOnlyList<string> Required = ["Host", "Port", "User", "Password", "From"];

    public string? Host { get; init; }

    /// <summary>A port that speaks STARTTLS, usually 587.</summary>
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? From { get; init; }

    /// <summary>Off only for a relay on the same machine.</summary>
    public bool Tls { get; init; } = true;

    public static MailOptions Read(IConfiguration configuration) => configuration.GetSection(Section).Get<MailOptions>() ?? new MailOptions();

    /// <summary>Without the password: settings end up in logs.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
