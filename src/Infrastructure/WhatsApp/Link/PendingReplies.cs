using System.Collections.Concurrent;
using System.Text.Json;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>Requests of ours that the gateway has not answered yet.</summary>
internal sealed class PendingReplies
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _waiting = new();
    private long _lastId;

    public (long Id, Task<JsonElement> Reply) Open()
    {
        var id = Interlocked.Increment(ref _lastId);
        var reply = _waiting[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        return (id, reply.Task);
    }

    public void Settle(long id, JsonElement frame)
    {
        var waiter = Take(id);
        if (frame.GetProperty("ok").GetBoolean())
        {
            waiter?.TrySetResult(frame.TryGetProperty("body", out var body) ? body : default);
            return;
        }

        var error = frame.GetProperty("error");
        waiter?.TrySetException(new GatewayRefusal(
            error.GetProperty("code").GetString() ?? "unknown",
            error.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "",
            error.TryGetProperty("retryable", out var retryable) && retryable.ValueKind == JsonValueKind.True));
    }

    public void Forget(long id) => Take(id);

    /// <summary>The gateway is gone: nobody knows what became of what was asked.</summary>
    public void Abandon()
    {
        foreach (var id in _waiting.Keys)
        {
            Take(id)?.TrySetException(new GatewayRefusal(GatewayRefusal.NoReply, "The gateway is gone.", retryable: true));
        }
    }

    private TaskCompletionSource<JsonElement>? Take(long id) => _waiting.TryRemove(id, out var waiter) ? waiter : null;
}
