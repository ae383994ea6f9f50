using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Who is let in at the gateway's socket.</summary>
public sealed class GatewayDoorTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly SocketListener _listener = new(RuntimeFolder.Prepare("door tests " + Guid.NewGuid()));
    private GatewayDoor _door = null!;
    private Task _accepting = null!;

    public ValueTask InitializeAsync()
    {
        _door = new GatewayDoor(_listener, NullLogger<GatewayDoor>.Instance);
        _accepting = _door.RunAsync(_stop.Token);
        return ValueTask.CompletedTask;
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_socket_is_for_this_user_only_and_its_path_is_short()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_door.Address));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_door.Address)!));
        Assert.True(_door.Address.Length < 100);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_the_connection_ends()
    {
        var (_, greeted) = _door.Expect(0);
        using var gateway = await FakeGateway.ConnectAsync(_door.Address);

        await gateway.HelloAsync("guess");

        Assert.Equal("wrong_secret", (await gateway.ReadAsync())!["error"]!["code"]!.GetValue<string>());
        Assert.Null(await gateway.ReadAsync());
        Assert.False(greeted.IsCompleted);
    }

    [Fact]
    public async Task A_secret_opens_the_door_once()
    {
        var (secret, greeted) = _door.Expect(0);
        using var first = await FakeGateway.ConnectAsync(_door.Address);
        await first.HelloAsync(secret);
        Assert.True((await first.ReadAsync())!["ok"]!.GetValue<bool>());
        await greeted.WaitAsync(Patience, TestContext.Current.CancellationToken);

        using var second = await FakeGateway.ConnectAsync(_door.Address);
        await second.HelloAsync(secret);

        Assert.False((await second.ReadAsync())!["ok"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"v":1,"id":1,"type":"keys.creds","body":{}}""")]
    [InlineData("""{"v":2,"id":1,"type":"hello","body":{}}""")]
    [InlineData("hello")]
    [InlineData("[]")]
    public async Task Anything_but_a_greeting_first_ends_the_connection_without_an_answer(string line)
    {
        _door.Expect(0);
        using var gateway = await FakeGateway.ConnectAsync(_door.Address);

        await gateway.WriteAsync(line + "\n");

        Assert.Null(await gateway.ReadAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }
}
