using System.Globalization;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

/// <summary>
/// What the server knows of one sign-in. Kept in Identity's table of user tokens (provider <see cref="Provider"/>, name =
/// random id), so that ending it is deleting a row. Proving again who one is begins a new one.
/// </summary>
internal sealed record SignInRow(DateTimeOffset StartedAt, TenantId? Shop, DateTimeOffset SeenAt, SignInMeans Means, string Device)
{
    public const string Provider = "sign-in";

    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    public static readonly TimeSpan LongestOfOperators = TimeSpan.FromHours(12);
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan IdleOfOperators = TimeSpan.FromMinutes(30);

    /// <summary>So long after it a person may still change how she signs in.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>A row is not written at each request of somebody who clicks.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    public bool IsStrong => Means is SignInMeans.SecondFactor or SignInMeans.Passkey;

    public bool IsOverAt(DateTimeOffset now, bool isOperator) => now - StartedAt > (isOperator ? LongestOfOperators : Longest);

    /// <summary>The second of the start comes first: the clean-up of old rows compares it.</summary>
    public string Write() => string.Create(
        CultureInfo.InvariantCulture, $"{StartedAt.ToUnixTimeSeconds()} {Shop?.Value.ToString("N")} {SeenAt.ToUnixTimeSeconds()} {Means} {Device}");

    public static SignInRow? Read(string? value)
    {
        var parts = (value ?? "").Split(' ', 5);
        return parts.Length == 5
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var started)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var seen)
            && Enum.TryParse<SignInMeans>(parts[3], out var means)
            ? new SignInRow(At(started), Guid.TryParse(parts[1], out var shop) ? new TenantId(shop) : null, At(seen), means, parts[4])
            : null;
    }

    private static DateTimeOffset At(long second) => DateTimeOffset.FromUnixTimeSeconds(second);
}
