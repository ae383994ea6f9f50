using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Identity;

/// <summary><c>Authorization: Bearer wsk_…</c>: the shop of the key, with an owner's rights on the API.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAcrossTenants all)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var key = header[Bearer.Length..].Trim();
        if (!key.StartsWith(ApiKey.Prefix, StringComparison.Ordinal)
            || await all.TenantOfApiKeyAsync(ApiKey.HashOf(key), Context.RequestAborted) is not { } shop)
        {
            return AuthenticateResult.Fail("The key is not known.");
        }

        Claim[] claims = [new(PersonClaims.Shop, shop.Value.ToString()), new(PersonClaims.Role, PersonClaims.Owner)];
        var identity = new ClaimsIdentity(claims, Name, ClaimTypes.Name, PersonClaims.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
