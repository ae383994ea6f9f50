using System.Security.Claims;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Composition;

/// <summary>The shop of a request is the one of its sign-in or key, and nothing in the request can change that.</summary>
internal static class TenantFromClaim
{
    public static IApplicationBuilder UseTenantFromClaim(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (Guid.TryParse(http.User.FindFirstValue(PersonClaims.Shop), out var shop))
        {
            http.RequestServices.GetRequiredService<ITenantScope>().Set(new TenantId(shop));
        }

        return next(http);
    });
}
