using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Composition;

/// <summary>Live: the process answers. Ready: it can do its work. Both say one word and nothing of the inside.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithAccess(Access.Health);
        routes.MapHealthChecks("/health/ready").WithAccess(Access.Health);
    }
}
