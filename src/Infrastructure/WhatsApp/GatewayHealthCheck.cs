using Microsoft.Extensions.Diagnostics.HealthChecks;
using WaSaas.Infrastructure.WhatsApp.Fleet;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Whether numbers can be connected at all.</summary>
internal sealed class GatewayHealthCheck(GatewayFleet fleet) : IHealthCheck
{
    public const string Name = "gateway";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(fleet.HasGateway ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No gateway is connected."));
}
