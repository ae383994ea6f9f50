using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>The operator's word for a rolling restart of the gateways: SIGHUP to the host, as daemons have it.</summary>
internal sealed partial class ExchangeOnHangUp(GatewaySupervisor gateways, ILogger<ExchangeOnHangUp> log) : BackgroundService
{
    private readonly SemaphoreSlim _asked = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            _asked.Release();
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            await _asked.WaitAsync(stoppingToken);
            await gateways.ExchangeAsync(stoppingToken);
            Done();
        }
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "All gateways were exchanged")]
    private partial void Done();
}
