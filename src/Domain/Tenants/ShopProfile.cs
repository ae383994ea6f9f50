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

    public static readonly AssistantProfile Default = new(null, "warm", false);
}

public sealed record AssistantSwitched(TenantId TenantId, bool Active) : IDomainEvent;
