using System.Security.Cryptography;
using System.Text;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
}

/// <summary>Somebody is asked into the team. The secret of the link is mailed and kept as a hash; it works once, for a week.</summary>
public sealed class Invitation : AggregateRoot, ITenantOwned
{
    /// <summary>Waiting at once; more would be a way to write to strangers.</summary>
    public const int MaxOpen = 20;

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Whether answered or not; an address that nobody needs any more is not kept.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(30);

    private Invitation()
    {
    }

    public TenantId TenantId { get; private set; }

    public InvitationId Id { get; private set; }

    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>SHA-256 of the link's secret, hex. The secret has 256 random bits, so no salt is needed.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public static (Invitation Invitation, string Secret) Send(TenantId tenantId, string email, DateTimeOffset at)
    {
        var invitation = new Invitation { TenantId = tenantId, Id = Common.Id.New<InvitationId>(), Email = email, Role = Role.Agent };
        return (invitation, invitation.SendAgain(at));
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool IsOpenAt(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>A new link for another week; the one before it is worthless.</summary>
    public string SendAgain(DateTimeOffset at)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        (Hash, SentAt, ExpiresAt) = (HashOf(secret), at, at + Lasts);
        Raise(new TeamChanged(TenantId));
        return secret;
    }

    public Result Accept(DateTimeOffset at)
    {
        if (!IsOpenAt(at))
        {
            return TeamErrors.InvitationOver;
        }

        AcceptedAt = at;
        return Result.Ok;
    }

    public void Withdraw(DateTimeOffset at)
    {
        if (AcceptedAt is null && WithdrawnAt is null)
        {
            WithdrawnAt = at;
            Raise(new TeamChanged(TenantId));
        }
    }
}

/// <summary>Who belongs to the shop, or is asked to, is different now.</summary>
public sealed record TeamChanged(TenantId TenantId) : IDomainEvent;
