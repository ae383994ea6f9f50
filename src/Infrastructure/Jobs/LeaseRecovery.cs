using Microsoft.Extensions.Hosting;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Before the workers start: what a killed process held is taken up again at once.</summary>
internal sealed class LeaseRecovery(IAcrossTenants all, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => all.ReleaseLeasesAsync(clock.GetUtcNow(), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
