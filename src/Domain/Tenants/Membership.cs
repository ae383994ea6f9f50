using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public enum Role
{
    /// <summary>Serves customers: conversations, orders, the catalogue.</summary>
    Agent = 1,

    /// <summary>Also decides: prices' limits, settings, the plan, the team.</summary>
    Owner = 2,
}

/// <summary>A person's place in a shop; a person may belong to several shops.</summary>
public sealed class Membership : AggregateRoot, ITenantOwned
{
    private Membership()
    {
    }

    public Membership(TenantId tenantId, UserId userId, Role role, DateTimeOffset since)
    {
        (TenantId, UserId, Role, Since) = (tenantId, userId, role, since);
        Raise(new TeamChanged(tenantId));
    }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public Role Role { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Since when the plan has no room for this person. The place is kept, and comes back with a larger plan.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Owners stay: they must be able to pay.</summary>
    public void StopForPlan(DateTimeOffset at)
    {
        if (Role != Role.Owner && StoppedAt is null)
        {
            StoppedAt = at;
            Raise(new TeamChanged(TenantId));
        }
    }

    public void Resume()
    {
        if (StoppedAt is not null)
        {
            StoppedAt = null;
            Raise(new TeamChanged(TenantId));
        }
    }

    /// <summary>To be asked before the row is removed.</summary>
    public Result Leave()
    {
        if (Role == Role.Owner)
        {
            return TeamErrors.OwnerStays;
        }

        Raise(new TeamChanged(TenantId));
        return Result.Ok;
    }
}
