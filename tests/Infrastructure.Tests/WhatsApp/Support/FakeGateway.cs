using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>The other end of the link, by hand: lines over a Unix socket.</summary>
internal sealed class FakeGateway : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;

    private FakeGateway(NetworkStream stream) => (_stream, _reader) = (stream, new StreamReader(stream));

    public static async Task<FakeGateway> ConnectAsync(string address)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(address));
        return new FakeGateway(new NetworkStream(socket, ownsSocket: true));
    }

    public async Task WriteAsync(string text) => await _stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));

    public Task SendAsync(object frame) => WriteAsync(JsonSerializer.Serialize(frame) + "\n");

    public Task HelloAsync(string secret, int process = 0) => SendAsync(new { v = 1, id = 1, type = "hello", body = new { secret, process, pid = 1 } });

    public Task EventAsync(long seq, Guid session, string type, object? body = null) => SendAsync(new { v = 1, seq, type, session, epoch = 1, body = body ?? new { } });

    public Task RequestAsync(long id, Guid session, string type) => SendAsync(new { v = 1, id, type, session, epoch = 1, body = new { } });

    /// <returns>The next frame of the host; null when it hung up.</returns>
    public async Task<JsonNode?> ReadAsync()
    {
        try
        {
            return await _reader.ReadLineAsync().WaitAsync(Patience) is { } line ? JsonNode.Parse(line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }
}
