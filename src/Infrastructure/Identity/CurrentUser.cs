using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Identity;

internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    public Role? Role => Enum.TryParse<Role>(http.HttpContext?.User.FindFirst(IsRole)?.Value, out var role) ? role : null;

    public UserId? Id => http.HttpContext?.User is { } principal && SignInCookie.Read(principal) is { Id: not null } person ? new UserId(person.User) : null;

    /// <summary>Operators have a second claim of that type, which is no role in a shop.</summary>
    private static bool IsRole(Claim claim) => claim.Type == PersonClaims.Role && claim.Value is (PersonClaims.Owner or PersonClaims.Agent);
}
