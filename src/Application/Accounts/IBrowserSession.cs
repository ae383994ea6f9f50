using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// The sign-in of the present browser: a row in the database, named by a cookie. Ending it on the server ends it for every
/// copy of the cookie. Idle 8 hours, at most 30 days; operators 30 minutes and 12 hours.
/// </summary>
public interface IBrowserSession
{
    /// <summary>A new sign-in with a new cookie; the one before it in this browser ends. Opens a unit of work of its own.</summary>
    Task StartAsync(Person person, TenantId? shop, CancellationToken ct);

    /// <summary>Opens a unit of work of its own.</summary>
    Task EndAsync(CancellationToken ct);

    /// <summary>From the next request on, this browser works in that shop. Wants a unit of work around it.</summary>
    Task MoveToAsync(TenantId shop, CancellationToken ct);

    /// <summary>Ends every sign-in of a person, in all browsers. Wants a unit of work around it.</summary>
    Task EndAllAsync(UserId user, CancellationToken ct);
}
