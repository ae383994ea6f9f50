using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>JSON lines over a stream: one reader, any number of writers.</summary>
internal sealed class LineConnection(Stream stream) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 32 * 1024, leaveOpen: true));
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <returns>The next frame; null at the end.</returns>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    /// <exception cref="JsonException">A line is not JSON.</exception>
    public async Task<JsonElement?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(ct);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                Measure(line.Length);
                var frame = Parse(line);
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return frame;
            }

            Measure(buffer.Length);
            if (result.IsCompleted)
            {
                return null;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <exception cref="InvalidDataException">The frame is too long; nothing was written.</exception>
    public async Task WriteAsync(object frame, CancellationToken ct)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(json, frame, GatewayProtocol.Json);
        }

        line.Write("\n"u8);
        Measure(line.WrittenCount - 1);
        await _writing.WaitAsync(ct);
        try
        {
            await stream.WriteAsync(line.WrittenMemory, ct);
            await stream.FlushAsync(ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
    }

    private static void Measure(long bytes)
    {
        if (bytes > GatewayProtocol.MaxLineBytes)
        {
            throw new InvalidDataException("A frame is longer than the protocol allows.");
        }
    }

    private static JsonElement Parse(ReadOnlySequence<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        return JsonElement.ParseValue(ref reader);
    }
}
