using System.Security.Cryptography;
using System.Text;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);
}

/// <summary>A key to the shop's API: shown once, kept as a hash, revocable.</summary>
public sealed class ApiKey : ITenantOwned
{
    public const string Prefix = "wsk_";

    private ApiKey()
    {
    }

    public TenantId TenantId { get; private set; }

    public ApiKeyId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the key, hex. The key itself has 256 random bits, so no salt is needed.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The last four characters, to tell keys apart on screen.</summary>
    public string Ending { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static (ApiKey Key, string Secret) Create(TenantId tenantId, string name, DateTimeOffset at)
    {
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey
        {
            TenantId = tenantId,
            Id = Common.Id.New<ApiKeyId>(),
            Name = name.Trim(),
            Hash = HashOf(secret),
            Ending = secret[^4..],
            CreatedAt = at,
        };
        return (key, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
