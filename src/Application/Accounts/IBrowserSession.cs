using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// The sign-in of the present browser: a row in the database, named by a cookie. Ending it on the server ends it for every
/// copy of the cookie. Idle 8 hours, at most 30 days; operators 30 minutes and 12 hours.
/// </summary>
public interface IBrowserSession
{
    /// <summary>The person proved within the last ten minutes who she is.</summary>
    bool IsFresh { get; }

    /// <summary>A new sign-in with a new cookie; the one before it in this browser ends. Opens a unit of work of its own.</summary>
    Task StartAsync(Person person, TenantId? shop, SignInMeans means, CancellationToken ct);

    /// <summary>The password was right; the browser keeps for ten minutes, sealed, that a second proof is to come.</summary>
    Task AwaitSecondStepAsync(UserId person, CancellationToken ct);

    /// <summary>Whose second proof is to come; null when none is, or when her password changed meanwhile.</summary>
    Task<UserId?> AwaitedAsync(CancellationToken ct);

    /// <summary>Opens a unit of work of its own.</summary>
    Task EndAsync(CancellationToken ct);

    /// <summary>From the next request on, this browser works in that shop. Wants a unit of work around it.</summary>
    Task MoveToAsync(TenantId shop, CancellationToken ct);

    /// <summary>Where the person is signed in, the latest seen first.</summary>
    Task<IReadOnlyList<SignInPlace>> PlacesAsync(UserId user, CancellationToken ct);

    /// <summary>Ends one of them; false when there is none. Wants a unit of work around it.</summary>
    Task<bool> EndPlaceAsync(UserId user, string place, CancellationToken ct);

    /// <summary>Ends all but the present one. Wants a unit of work around it.</summary>
    Task EndOthersAsync(UserId user, CancellationToken ct);

    /// <summary>Ends every sign-in of a person, in all browsers. Wants a unit of work around it.</summary>
    Task EndAllAsync(UserId user, CancellationToken ct);
}

/// <param name="Id">Names the sign-in without being what its cookie holds.</param>
/// <param name="Device">Browser and system, as "Chrome, Windows"; empty when unknown.</param>
/// <param name="Means">How the person signed in.</param>
/// <param name="StartedAt">When.</param>
/// <param name="SeenAt">Exact to five minutes.</param>
/// <param name="IsPresent">The browser that asks.</param>
public sealed record SignInPlace(string Id, string Device, SignInMeans Means, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsPresent);
