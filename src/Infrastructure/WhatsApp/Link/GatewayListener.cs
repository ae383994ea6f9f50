using System.IO.Pipes;
using System.Net.Sockets;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>The door that gateways knock at: a Unix socket, on Windows a named pipe.</summary>
internal interface IGatewayListener : IDisposable
{
    /// <summary>What the gateway connects to.</summary>
    string Address { get; }

    Task<Stream> AcceptAsync(CancellationToken ct);
}

internal static class GatewayListener
{
    public static IGatewayListener Open(string dataRoot) =>
        OperatingSystem.IsWindows() ? new PipeListener(RuntimeFolder.NameFor(dataRoot)) : new SocketListener(RuntimeFolder.Prepare(dataRoot));
}

internal sealed class SocketListener : IGatewayListener
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public SocketListener(string path)
    {
        Address = path;
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _socket.Listen(16);
    }

    public string Address { get; }

    public async Task<Stream> AcceptAsync(CancellationToken ct) => new NetworkStream(await _socket.AcceptAsync(ct), ownsSocket: true);

    public void Dispose()
    {
        _socket.Dispose();
        Directory.Delete(Path.GetDirectoryName(Address)!, recursive: true);
    }
}

internal sealed class PipeListener(string name) : IGatewayListener
{
    public string Address => $@"\\.\pipe\{name}";

    public async Task<Stream> AcceptAsync(CancellationToken ct)
    {
        var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            NamedPipeServerStream.MaxAllowedServerInstances,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.WaitForConnectionAsync(ct);
        return pipe;
    }

    public void Dispose()
    {
        // Each accepted pipe is an instance of its own; there is nothing that outlives it.
    }
}
