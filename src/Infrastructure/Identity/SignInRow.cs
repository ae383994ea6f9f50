using System.Globalization;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// What the server knows of one sign-in. Kept in Identity's table of user tokens (provider <see cref="Provider"/>, name =
/// random id), so that ending it is deleting a row.
/// </summary>
internal sealed record SignInRow(DateTimeOffset StartedAt, TenantId? Shop)
{
    public const string Provider = "sign-in";

    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    public static readonly TimeSpan LongestOfOperators = TimeSpan.FromHours(12);
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan IdleOfOperators = TimeSpan.FromMinutes(30);

    public bool IsOverAt(DateTimeOffset now, bool isOperator) => now - StartedAt > (isOperator ? LongestOfOperators : Longest);

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt.ToUnixTimeSeconds()} {Shop?.Value.ToString("N")}");

    public static SignInRow? Read(string? value)
    {
        var parts = (value ?? "").Split(' ');
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var started)
            ? new SignInRow(DateTimeOffset.FromUnixTimeSeconds(started), Guid.TryParse(parts[1], out var shop) ? new TenantId(shop) : null)
            : null;
    }
}
