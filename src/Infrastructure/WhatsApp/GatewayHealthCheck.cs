using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Whether numbers can be connected at all.</summary>
internal sealed class GatewayHealthCheck(SessionPool pool) : IHealthCheck
{
    public const string Name = "gateway";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pool.HasGateway ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No gateway is connected."));
}
