using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>The link over a real socket, with the other end by hand.</summary>
public sealed class GatewayLinkTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly SessionId Ada = Domain.Common.Id.New<SessionId>();
    private static readonly SessionId Bola = Domain.Common.Id.New<SessionId>();

    private readonly CancellationTokenSource _stop = new();
    private readonly ScriptedHandler _handler = new();
    private readonly SocketListener _listener = new(RuntimeFolder.Prepare("link tests " + Guid.NewGuid()));
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

    [Fact]
    public async Task Events_of_one_session_come_in_order_and_are_acknowledged_after_they_were_handled()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;
        var slow = new TaskCompletionSource();
        _handler.OnEvent = e => e.Type == "slow" ? slow.Task : Task.CompletedTask;

        await gateway.EventAsync(1, Ada.Value, "slow");
        await gateway.EventAsync(2, Ada.Value, "after");
        await gateway.EventAsync(3, Bola.Value, "other");

        // The other session does not wait.
        Assert.Equal(3, (await gateway.ReadAsync())!["ack"]!.GetValue<long>());
        Assert.DoesNotContain("after", _handler.Events.Select(e => e.Type));
        slow.SetResult();
        Assert.Equal(1, (await gateway.ReadAsync())!["ack"]!.GetValue<long>());
        Assert.Equal(2, (await gateway.ReadAsync())!["ack"]!.GetValue<long>());
        Assert.Equal(["slow", "after"], _handler.Events.Where(e => e.Session == Ada).Select(e => e.Type));
    }

    [Fact]
    public async Task A_burst_of_events_stays_in_order()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;
        _handler.OnEvent = _ => Task.Delay(Random.Shared.Next(2));

        for (var seq = 1; seq <= 200; seq++)
        {
            await gateway.EventAsync(seq, (seq % 2 == 0 ? Ada : Bola).Value, seq.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        for (var count = 0; count < 200; count++)
        {
            Assert.NotNull(await gateway.ReadAsync());
        }

        foreach (var session in new[] { Ada, Bola })
        {
            var seen = _handler.Events.Where(e => e.Session == session).Select(e => int.Parse(e.Type, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(100, seen.Count);
            Assert.Equal(seen.Order(), seen);
        }
    }

    [Fact]
    public async Task Requests_of_the_gateway_are_answered_and_refusals_keep_their_code()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;
        _handler.OnRequest = request => request.Type == "keys.creds" ? new { creds = (string?)null, text = "ok" } : throw GatewayRefusal.StaleOwner();

        await gateway.RequestAsync(7, Ada.Value, "keys.creds");
        var answered = (await gateway.ReadAsync())!;
        await gateway.RequestAsync(8, Ada.Value, "keys.commit");
        var refused = (await gateway.ReadAsync())!;

        Assert.Equal((7, "ok"), (answered["re"]!.GetValue<int>(), answered["body"]!["text"]!.GetValue<string>()));
        Assert.Equal((8, "stale_owner"), (refused["re"]!.GetValue<int>(), refused["error"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_bug_in_the_host_is_a_refusal_that_tells_nothing()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;
        _handler.OnRequest = _ => throw new InvalidOperationException("the secret detail");

        await gateway.RequestAsync(1, Ada.Value, "keys.creds");

        var refused = (await gateway.ReadAsync())!.ToJsonString();
        Assert.Contains("internal", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_find_their_requests_and_a_lost_gateway_fails_what_is_open()
    {
        var (gateway, link) = await GreetAsync();
        using var __ = link;
        var first = link.RequestAsync("health", Ada, 3, GatewayProtocol.Nothing, Patience, CancellationToken.None);
        var second = link.RequestAsync("message.send", Ada, 3, GatewayProtocol.Nothing, Patience, CancellationToken.None);
        var (one, two) = ((await gateway.ReadAsync())!, (await gateway.ReadAsync())!);
        var (health, send) = one["type"]!.GetValue<string>() == "health" ? (one, two) : (two, one);
        Assert.Equal(3, send["epoch"]!.GetValue<int>());

        await gateway.SendAsync(new { v = 1, re = health["id"]!.GetValue<int>(), ok = true, body = new { rssBytes = 5 } });
        Assert.Equal(5, (await first).GetProperty("rssBytes").GetInt32());
        gateway.Dispose();

        Assert.Equal(GatewayRefusal.NoReply, (await Assert.ThrowsAsync<GatewayRefusal>(() => second)).Code);
        await Eventually.IsTrueAsync(() => Task.FromResult(!link.IsOpen), "the end of the link");
        var late = await Assert.ThrowsAsync<GatewayRefusal>(() => link.RequestAsync("health", Ada, 3, GatewayProtocol.Nothing, Patience, CancellationToken.None));
        Assert.Equal(GatewayRefusal.LinkDown, late.Code);
    }

    [Fact]
    public async Task No_reply_in_time_is_a_refusal_that_may_be_tried_again()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;

        var refusal = await Assert.ThrowsAsync<GatewayRefusal>(
            () => link.RequestAsync("health", Ada, 1, GatewayProtocol.Nothing, TimeSpan.FromMilliseconds(50), CancellationToken.None));

        Assert.Equal((GatewayRefusal.NoReply, true), (refusal.Code, refusal.Retryable));
    }

    [Fact]
    public async Task A_line_without_end_closes_the_connection()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;

        await gateway.WriteAsync(new string('x', GatewayProtocol.MaxLineBytes));
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    await gateway.WriteAsync(new string('x', 4096));
                }
                catch (IOException)
                {
                    return true;
                }

                return !link.IsOpen;
            },
            "the end of the link");
    }

    [Fact]
    public async Task A_reply_that_does_not_fit_is_refused_instead()
    {
        var (gateway, link) = await GreetAsync();
        using var _ = gateway;
        using var __ = link;
        _handler.OnRequest = _ => new { value = new string('x', GatewayProtocol.MaxLineBytes) };

        await gateway.RequestAsync(1, Ada.Value, "keys.get");

        Assert.Equal("frame_too_long", (await gateway.ReadAsync())!["error"]!["code"]!.GetValue<string>());
        Assert.True(link.IsOpen);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task<(FakeGateway Gateway, GatewayLink Link)> GreetAsync()
    {
        var (secret, greeted) = _door.Expect(0);
        var gateway = await FakeGateway.ConnectAsync(_door.Address);
        await gateway.HelloAsync(secret);
        Assert.True((await gateway.ReadAsync())!["ok"]!.GetValue<bool>());
        var link = new GatewayLink(await greeted, _handler, NullLogger.Instance);
        _ = link.RunAsync();
        return (gateway, link);
    }

    private sealed class ScriptedHandler : IGatewayHandler
    {
        public ConcurrentQueue<GatewayFrame> Events { get; } = new();

        public Func<GatewayFrame, Task> OnEvent { get; set; } = _ => Task.CompletedTask;

        public Func<GatewayFrame, object> OnRequest { get; set; } = _ => GatewayProtocol.Nothing;

        public Task<object> AnswerAsync(GatewayFrame request) => Task.FromResult(OnRequest(request));

        public Task HandleAsync(GatewayFrame happened)
        {
            Events.Enqueue(happened);
            return OnEvent(happened);
        }
    }
}
