using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

/// <summary>What a shop says of itself. Country ISO 3166 alpha-2, locale BCP 47, time zone IANA.</summary>
public sealed record ShopProfile(
    string Name,
    Currency Currency,
    string Locale = "fr",
    string TimeZone = "Africa/Lome",
    string? City = null,
    string? Country = null,
    string? Address = null);

/// <summary>How the assistant presents itself. Tone: warm, neutral or brief.</summary>
public sealed record AssistantProfile(string? Name, string Tone, bool Paused)
{
    public const int MaxNameLength = 40;
    public const int MaxGreetingLength = 200;

    public static readonly IReadOnlyList<string> Tones = ["warm", "neutral", "brief"];

    public static readonly AssistantProfile Default = new(null, "warm", false);

    /// <summary>How the shop greets a customer it does not know yet, in its own language; null = as usual.</summary>
    public string? Greeting { get; init; }

    public Result Check() => this switch
    {
        { Name.Length: > MaxNameLength } => TenantErrors.AssistantNameLength,
        { Greeting.Length: > MaxGreetingLength } => TenantErrors.GreetingLength,
        _ when !Tones.Contains(Tone) => TenantErrors.UnknownTone,
        _ => Result.Ok,
    };
}

/// <summary>What the shop says of itself or how it sells was changed.</summary>
public sealed record ShopChanged(TenantId TenantId) : IDomainEvent;

public sealed record AssistantSwitched(TenantId TenantId, bool Active) : IDomainEvent;
