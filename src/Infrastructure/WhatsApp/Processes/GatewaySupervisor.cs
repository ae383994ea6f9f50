using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>Keeps the gateway processes running, replaces one that is wedged, and exchanges all of them on request, one by one.</summary>
internal sealed partial class GatewaySupervisor(
    GatewayDoor door, GatewaySessions sessions, GatewayProcess.Starter starter, GatewayCheck check, IOptions<WhatsAppOptions> options, TimeProvider clock, ILogger<GatewaySupervisor> log)
    : BackgroundService
{
    private readonly ConcurrentDictionary<int, GatewayProcess> _running = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _exchanges = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _wakes = new();

    /// <summary>Process ids of the gateways that greeted, by ordinal.</summary>
    internal IEnumerable<int> ProcessIds => _running.OrderBy(r => r.Key).Select(r => r.Value.Id);

    internal GatewayLink? LinkOf(int processId) => _running.Values.FirstOrDefault(g => g.Id == processId)?.Link;

    internal int? ProcessIdOf(GatewayLink link) => _running.Values.FirstOrDefault(g => g.Link == link)?.Id;

    /// <summary>
    /// A rolling restart: for each gateway a new one is started first and takes over its sessions, then the old one ends.
    /// </summary>
    public async Task ExchangeAsync(CancellationToken ct)
    {
        foreach (var ordinal in Ordinals)
        {
            var done = _exchanges.GetOrAdd(ordinal, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            WakeOf(ordinal).TrySetResult();
            await done.Task.WaitAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var accepting = door.RunAsync(stoppingToken);
        await Task.WhenAll(Ordinals.Select(ordinal => KeepAsync(ordinal, stoppingToken)).Append(accepting));
    }

    private IEnumerable<int> Ordinals => Enumerable.Range(0, options.Value.GatewayProcesses);

    private async Task KeepAsync(int ordinal, CancellationToken stopping)
    {
        var backoff = new Backoff(clock);
        while (!stopping.IsCancellationRequested)
        {
            backoff.Started();
            try
            {
                await RunAsync(ordinal, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(e, ordinal);
            }

            await Task.Delay(backoff.Ended(), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs a gateway and its successors until one ends by itself.</summary>
    private async Task RunAsync(int ordinal, CancellationToken stopping)
    {
        var gateway = await OpenAsync(ordinal, stopping);
        try
        {
            while (await WaitAsync(ordinal, gateway, stopping))
            {
                var successor = await OpenAsync(ordinal, stopping);
                await sessions.MoveAllAsync(gateway.Link);
                await CloseAsync(gateway);
                gateway = successor;
                Exchanged(ordinal);
            }
        }
        finally
        {
            _running.TryRemove(ordinal, out _);
            await CloseAsync(gateway);
            // Whoever waits for an exchange has a new gateway soon in any case.
            Exchanged(ordinal);
        }
    }

    private async Task<GatewayProcess> OpenAsync(int ordinal, CancellationToken stopping)
    {
        var gateway = await starter.StartAsync(ordinal, stopping);
        _running[ordinal] = gateway;
        Up(ordinal, gateway.Id);
        sessions.Attach(gateway.Link);
        return gateway;
    }

    /// <returns>True when it is to be exchanged; false when it has ended.</returns>
    private async Task<bool> WaitAsync(int ordinal, GatewayProcess gateway, CancellationToken stopping)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var dead = check.UntilDeadAsync(gateway.Link, watching.Token);
        var wish = WakeOf(ordinal).Task;
        var first = await Task.WhenAny(gateway.Gone, dead, wish, Task.Delay(Timeout.Infinite, watching.Token));
        await watching.CancelAsync();
        if (stopping.IsCancellationRequested)
        {
            await sessions.StopAsync(gateway.Link);
            stopping.ThrowIfCancellationRequested();
        }

        if (first != wish)
        {
            Ended(ordinal);
        }

        return first == wish;
    }

    private async Task CloseAsync(GatewayProcess gateway)
    {
        await gateway.DisposeAsync();
        await sessions.DetachAsync(gateway.Link);
    }

    private TaskCompletionSource WakeOf(int ordinal) => _wakes.GetOrAdd(ordinal, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Exchanged(int ordinal)
    {
        _wakes.TryRemove(ordinal, out _);
        if (_exchanges.TryRemove(ordinal, out var done))
        {
            done.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Gateway {Ordinal} is up (process {Id})")]
    private partial void Up(int ordinal, int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gateway {Ordinal} ended or fell silent and is started again")]
    private partial void Ended(int ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "Running gateway {Ordinal} failed")]
    private partial void Failed(Exception e, int ordinal);
}
