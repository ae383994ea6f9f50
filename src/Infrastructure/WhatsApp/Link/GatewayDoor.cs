using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>Lets in the gateway processes that this host has started, and nobody else: the first frame must hold the secret.</summary>
internal sealed partial class GatewayDoor(IGatewayListener listener, ILogger<GatewayDoor> log)
{
    private static readonly TimeSpan GreetingPatience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, Expected> _expected = new();

    public string Address => listener.Address;

    /// <summary>A process is about to be started; a former one with that ordinal is not let in any more.</summary>
    public (string Secret, Task<LineConnection> Greeted) Expect(int process)
    {
        var expected = new Expected(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        _expected[process] = expected;
        return (expected.Secret, expected.Greeted.Task);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var stream = await listener.AcceptAsync(ct);
                _ = Task.Run(() => GreetAsync(new LineConnection(stream), ct), CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
            {
                AcceptFailed(e);
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task GreetAsync(LineConnection connection, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(GreetingPatience);
        try
        {
            if (await connection.ReadAsync(patience.Token) is { } frame && await AdmitAsync(connection, frame, patience.Token))
            {
                return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // Whoever cannot greet is turned away without an answer.
        }

        Refused();
        await connection.DisposeAsync();
    }

    private async Task<bool> AdmitAsync(LineConnection connection, JsonElement frame, CancellationToken ct)
    {
        if (frame.GetProperty("v").GetInt32() != GatewayProtocol.Version || frame.GetProperty("type").GetString() != "hello")
        {
            return false;
        }

        var (re, body) = (frame.GetProperty("id").GetInt64(), frame.GetProperty("body"));
        var process = body.GetProperty("process").GetInt32();
        if (!_expected.TryGetValue(process, out var expected) || !Same(expected.Secret, body.GetProperty("secret").GetString()))
        {
            await connection.WriteAsync(new { v = GatewayProtocol.Version, re, ok = false, error = new { code = "wrong_secret", message = "Not a gateway of this host.", retryable = false } }, ct);
            return false;
        }

        // A secret opens the door once.
        if (!_expected.TryRemove(new KeyValuePair<int, Expected>(process, expected)))
        {
            return false;
        }

        await connection.WriteAsync(new { v = GatewayProtocol.Version, re, ok = true, body = GatewayProtocol.Nothing }, ct);
        return expected.Greeted.TrySetResult(connection);
    }

    private static bool Same(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody at the gateway's socket was turned away")]
    private partial void Refused();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Accepting a gateway failed")]
    private partial void AcceptFailed(Exception e);

    private sealed record Expected(string Secret)
    {
        public TaskCompletionSource<LineConnection> Greeted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
