using System.Net.Mail;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Somebody who can sign in. Language is fr or en.</summary>
public sealed record Person(UserId Id, string Email, string Language, bool EmailConfirmed, bool IsOperator)
{
    /// <summary>As she wants to be called; empty as long as she did not say.</summary>
    public string Name { get; init; } = "";
}

/// <param name="Email">Checked by <see cref="EmailAddress.TryParse"/>.</param>
/// <param name="Language">fr or en.</param>
/// <param name="PasswordHash">Null: she chooses a password by a link first.</param>
/// <param name="IsOperator">Runs the installation.</param>
public sealed record NewPerson(string Email, string Language, string? PasswordHash, bool IsOperator = false)
{
    public string Name { get; init; } = "";
}

public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>Plain addresses only: no display name, no comment, a domain with a dot.</summary>
    public static bool TryParse(string? text, out string email)
    {
        email = text?.Trim() ?? "";
        return email.Length is > 0 and <= MaxLength
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"')
            && MailAddress.TryCreate(email, out var parsed)
            && parsed.Address == email
            && parsed.Host.Contains('.', StringComparison.Ordinal);
    }
}
