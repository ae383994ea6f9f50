using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>One gateway process, greeted: requests both ways, and events that are acknowledged after they were handled.</summary>
internal sealed partial class GatewayLink : IDisposable
{
    private readonly LineConnection _connection;
    private readonly IGatewayHandler _handler;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly Lanes<SessionId> _lanes = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private int _isClosed;
    private long _lastId;

    public GatewayLink(LineConnection connection, IGatewayHandler handler, ILogger log)
    {
        (_connection, _handler, _log) = (connection, handler, log);
        _closed = _closing.Token;
    }

    public bool IsOpen => !_closed.IsCancellationRequested;

    /// <summary>Reads until the other side or <see cref="Close"/> ends it.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await _connection.ReadAsync(_closed) is { } frame)
            {
                Dispatch(frame);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Gone, or closed by us.
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            BrokenFrame(e);
        }
        finally
        {
            Close();
            await _connection.DisposeAsync();
            await _lanes.WhenIdleAsync();
        }
    }

    public void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        _closing.Cancel();
        foreach (var id in _waiting.Keys)
        {
            Take(id)?.TrySetException(new GatewayRefusal(GatewayRefusal.NoReply, "The gateway is gone.", retryable: true));
        }
    }

    public void Dispose()
    {
        Close();
        _closing.Dispose();
    }

    /// <exception cref="GatewayRefusal">The gateway refused, or is gone, or took too long.</exception>
    public async Task<JsonElement> RequestAsync(string type, SessionId session, long epoch, object body, TimeSpan patience, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _lastId);
        var reply = _waiting[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await WriteRequestAsync(new { v = GatewayProtocol.Version, id, type, session = session.Value, epoch, body });
            return await reply.Task.WaitAsync(patience, ct);
        }
        catch (TimeoutException)
        {
            throw new GatewayRefusal(GatewayRefusal.NoReply, $"No reply to {type} in time.", retryable: true);
        }
        finally
        {
            Take(id);
        }
    }

    private async Task WriteRequestAsync(object frame)
    {
        try
        {
            await _connection.WriteAsync(frame, _closed);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            throw new GatewayRefusal(GatewayRefusal.LinkDown, "There is no gateway at present.", retryable: true);
        }
    }

    private void Dispatch(JsonElement frame)
    {
        if (frame.GetProperty("v").GetInt32() != GatewayProtocol.Version)
        {
            throw new InvalidDataException("The gateway speaks another version of the protocol.");
        }

        if (frame.TryGetProperty("re", out var re))
        {
            Settle(re.GetInt64(), frame);
        }
        else if (frame.TryGetProperty("seq", out var seq))
        {
            var (number, happened) = (seq.GetInt64(), Read(frame));
            _ = _lanes.Enqueue(happened.Session, () => HandleAsync(number, happened));
        }
        else
        {
            var (id, request) = (frame.GetProperty("id").GetInt64(), Read(frame));
            _ = Task.Run(() => AnswerAsync(id, request));
        }
    }

    private static GatewayFrame Read(JsonElement frame) => new(
        frame.GetProperty("type").GetString()!,
        new SessionId(frame.GetProperty("session").GetGuid()),
        frame.GetProperty("epoch").GetInt64(),
        frame.TryGetProperty("body", out var body) ? body : default);

    private void Settle(long id, JsonElement frame)
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

    private async Task AnswerAsync(long re, GatewayFrame request)
    {
        object reply;
        try
        {
            reply = new { v = GatewayProtocol.Version, re, ok = true, body = await _handler.AnswerAsync(request) };
        }
        catch (GatewayRefusal e)
        {
            reply = Refusal(re, e.Code, e.Message, e.Retryable);
        }
        catch (Exception e)
        {
            RequestFailed(e, request.Type, request.Session.Value);
            reply = Refusal(re, "internal", "The host could not do it.", retryable: true);
        }

        await SendAsync(reply, re);
    }

    private async Task HandleAsync(long seq, GatewayFrame happened)
    {
        try
        {
            await _handler.HandleAsync(happened);
        }
        catch (Exception e)
        {
            EventFailed(e, happened.Type, happened.Session.Value);
        }

        await SendAsync(new { v = GatewayProtocol.Version, ack = seq }, seq);
    }

    private static object Refusal(long re, string code, string message, bool retryable) =>
        new { v = GatewayProtocol.Version, re, ok = false, error = new { code, message, retryable } };

    private async Task SendAsync(object frame, long about)
    {
        try
        {
            await _connection.WriteAsync(frame, _closed);
        }
        catch (InvalidDataException)
        {
            await SendAsync(Refusal(about, "frame_too_long", "The reply does not fit into a frame.", retryable: false), about);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            Close();
        }
    }

    private TaskCompletionSource<JsonElement>? Take(long id) => _waiting.TryRemove(id, out var waiter) ? waiter : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The gateway sent a broken frame; the connection is closed")]
    private partial void BrokenFrame(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering {Type} of session {Session} failed")]
    private partial void RequestFailed(Exception e, string type, Guid session);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling {Type} of session {Session} failed")]
    private partial void EventFailed(Exception e, string type, Guid session);
}
