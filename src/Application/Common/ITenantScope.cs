using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Common;

/// <summary>
/// The shop of the present unit of work, set once: from the signed-in person, the API key, the linked number's session,
/// or a job's row; never from a form, a route, a tool argument or a message. Unset: no rows, and no writes.
/// </summary>
public interface ITenantScope
{
    bool IsSet { get; }

    /// <exception cref="InvalidOperationException">No tenant is set.</exception>
    TenantId Id { get; }

    /// <exception cref="InvalidOperationException">Another tenant is set already.</exception>
    void Set(TenantId id);
}

/// <summary>The person who acts; unset for machines.</summary>
public interface ICurrentUser
{
    UserId? Id { get; }

    /// <summary>In the shop that she works in now.</summary>
    Role? Role { get; }
}

/// <summary>Jobs and the command line.</summary>
internal sealed class NoPerson : ICurrentUser
{
    public UserId? Id => null;

    public Role? Role => null;
}
