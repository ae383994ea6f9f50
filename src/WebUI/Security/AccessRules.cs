using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using WaSaas.Application.Accounts;

namespace WaSaas.WebUI.Security;

/// <summary>Turns access classes into policies, and refuses to start when a route has none. Deny is the default.</summary>
public static class AccessRules
{
    /// <summary>Claim with the id of the shop that the person works in at present.</summary>
    public const string ShopClaim = "shop";

    /// <summary>Claim with the person's role in that shop: Owner or Agent; Operator beside it.</summary>
    public const string RoleClaim = "role";

    public const string OwnerRole = "Owner";
    public const string OperatorRole = "Operator";

    public static IServiceCollection AddAccessRules(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(nameof(Access.Person), p => p.RequireAuthenticatedUser().RequireClaim(PersonClaims.SignIn))
            .AddPolicy(nameof(Access.Tenant), p => p.RequireAuthenticatedUser().RequireClaim(ShopClaim))
            .AddPolicy(nameof(Access.TenantOwner), p => p.RequireAuthenticatedUser().RequireClaim(ShopClaim).RequireClaim(RoleClaim, OwnerRole))
            .AddPolicy(nameof(Access.Operator), p => p.RequireAuthenticatedUser().RequireClaim(RoleClaim, OperatorRole))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Of the shop she works in now; see ADR 37 for what is the owner's alone.</summary>
    public static bool IsOwner(this ClaimsPrincipal person) => person.HasClaim(RoleClaim, OwnerRole);

    /// <summary>For endpoints that are mapped by hand.</summary>
    public static TBuilder WithAccess<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AccessAttribute(access), RuleOf(access));

    /// <summary>What authorization reads.</summary>
    internal static object RuleOf(Access access) => access switch
    {
        Access.Public or Access.Webhook or Access.Health => new AllowAnonymousAttribute(),
        _ => new AuthorizeAttribute(access.ToString()),
    };

    /// <summary>To be called after the last route is mapped.</summary>
    /// <exception cref="InvalidOperationException">A route has no access class.</exception>
    public static void RequireAccessOnEveryRoute(this IEndpointRouteBuilder routes)
    {
        var without = routes.DataSources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessAttribute>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (without.Count > 0)
        {
            throw new InvalidOperationException($"No access class on: {string.Join(", ", without)}.");
        }
    }
}
