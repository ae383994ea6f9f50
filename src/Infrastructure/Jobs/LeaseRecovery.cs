using Microsoft.Extensions.Hosting;
using WaSaas.Application.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>
/// Before the workers start: what a killed process held is taken up again at once. Where another host may be at work, leases
/// end by themselves.
/// </summary>
internal sealed class LeaseRecovery(IAcrossTenants all, IDatabase database, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        database.HasOneHost ? all.ReleaseLeasesAsync(clock.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
