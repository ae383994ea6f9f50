using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public enum Role
{
    Agent = 1,
    Owner = 2,
}

/// <summary>A person's place in a shop; a person may belong to several shops.</summary>
public sealed class Membership : ITenantOwned
{
    private Membership()
    {
    }

    public Membership(TenantId tenantId, UserId userId, Role role, DateTimeOffset since) =>
        (TenantId, UserId, Role, Since) = (tenantId, userId, role, since);

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public Role Role { get; private set; }

    public DateTimeOffset Since { get; private set; }
}
