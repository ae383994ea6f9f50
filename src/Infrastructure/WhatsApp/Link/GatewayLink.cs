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
    private readonly PendingReplies _pending = new();
    private readonly Lanes<SessionId> _lanes = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private int _isClosed;

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
        _pending.Abandon();
    }

    public void Dispose()
    {
        Close();
        _closing.Dispose();
    }

    /// <exception cref="GatewayRefusal">The gateway refused, or is gone, or took too long.</exception>
    public async Task<JsonElement> RequestAsync(string type, SessionId session, long epoch, object body, TimeSpan patience, CancellationToken ct)
    {
        var (id, reply) = _pending.Open();
        try
        {
            await WriteRequestAsync(new { v = GatewayProtocol.Version, id, type, session = session.Value, epoch, body });
            return await reply.WaitAsync(patience, ct);
        }
        catch (TimeoutException)
        {
            throw new GatewayRefusal(GatewayRefusal.NoReply, $"No reply to {type} in time.", retryable: true);
        }
        finally
        {
            _pending.Forget(id);
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
            _pending.Settle(re.GetInt64(), frame);
        }
        else if (frame.TryGetProperty("seq", out var seq))
        {
            var (number, happened) = (seq.GetInt64(), GatewayFrame.Read(frame));
            _ = _lanes.Enqueue(happened.Session, () => HandleAsync(number, happened));
        }
        else
        {
            var (id, request) = (frame.GetProperty("id").GetInt64(), GatewayFrame.Read(frame));
            _ = Task.Run(() => AnswerAsync(id, request));
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The gateway sent a broken frame; the connection is closed")]
    private partial void BrokenFrame(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering {Type} of session {Session} failed")]
    private partial void RequestFailed(Exception e, string type, Guid session);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling {Type} of session {Session} failed")]
    private partial void EventFailed(Exception e, string type, Guid session);
}
