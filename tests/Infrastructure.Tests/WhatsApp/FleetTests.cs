using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Several gateway processes over the sandbox network. LONG=1 exchanges them ten times in a row.</summary>
[Collection(SandboxTests.Name)]
public sealed class FleetTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private static readonly int Exchanges = Environment.GetEnvironmentVariable("LONG") == "1" ? 10 : 1;

    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _first = null!;
    private LinkedShop _second = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings)
        {
            ["WhatsApp:GatewayProcesses"] = "2",
            ["WhatsApp:GatewayCapacity"] = "2",
            // One customer writes hundreds of messages in the long run: no manners of a talk are what is looked at.
            ["Conversations:LoopExchanges"] = "1000",
            ["Conversations:TurnsPerContactHour"] = "1000",
            ["Conversations:TurnsPerContactDay"] = "1000",
            ["Conversations:TurnsPerShopHour"] = "10000",
            ["Conversations:TurnsPerShopDay"] = "10000",
        });
        await Eventually.IsTrueAsync(() => Task.FromResult(_host.Gateways.Count == 2), "two gateways");
        _first = await LinkedShop.OpenAsync(_host, sandbox.Client);
        _second = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _first.LinkByQrAsync();
        await _second.LinkByQrAsync();
    }

    [Fact]
    public async Task Sessions_are_spread_and_come_back_on_the_other_when_a_gateway_dies()
    {
        var before = await _host.ProcessOfAsync(await SessionOf(_first));
        Assert.NotEqual(before, await _host.ProcessOfAsync(await SessionOf(_second)));
        var customer = await _first.NewCustomerAsync();

        await TestHost.KillGatewayAsync(before);
        await sandbox.Client.WriteAsync(customer, _first.Phone, "bonjour");

        Assert.Equal(["re: bonjour"], (await _first.ShownAsync(customer, 1)).Select(m => m.Text));
        Assert.Equal("connected", (await _second.StatusAsync()).State);
        Assert.Equal(1, await sandbox.Client.DevicesAsync(_first.Phone));
    }

    [Fact]
    public async Task A_gateway_that_was_paused_while_another_took_over_can_write_nothing_when_it_goes_on()
    {
        var session = await SessionOf(_first);
        // The other gateway is the emptier one.
        var third = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _host.SendAsync(_second.Id, new DisconnectSession(null));
        await third.LinkByQrAsync();
        if (await _host.ProcessOfAsync(await SessionOf(third)) != await _host.ProcessOfAsync(session))
        {
            await _host.MoveAsync(await SessionOf(third));
        }

        var customer = await _first.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _first.Phone, "un");
        await _first.ShownAsync(customer, 1);
        var stale = await _host.ProcessOfAsync(session);
        var epoch = await EpochAsync();
        var refused = _host.Fenced.Values.Sum();

        using (TestHost.Pause(stale))
        {
            // It lies in the old connection's buffer: the old owner reads it as soon as it goes on.
            await sandbox.Client.WriteAsync(customer, _first.Phone, "deux");
            // Nobody asks the old owner to stop: it is overtaken.
            await _host.LoseAsync(session, epoch);
            await Eventually.IsTrueAsync(async () => await EpochAsync() > epoch, "the new owner");
            await _first.UntilAsync("connected");
            Assert.NotEqual(stale, await _host.ProcessOfAsync(session));
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(_host.Fenced.Values.Sum() > refused), "a refused word of the former owner");
        await sandbox.Client.WriteAsync(customer, _first.Phone, "trois");
        await Eventually.IsTrueAsync(async () => (await _first.MessagesAsync()).Any(m => !m.IsIncoming && m.Text!.EndsWith("trois", StringComparison.Ordinal)), "an answer by the new owner");
        Assert.Equal(["un", "deux", "trois"], (await _first.MessagesAsync()).Where(m => m.IsIncoming).Select(m => m.Text));
        Assert.Equal("connected", (await _first.StatusAsync()).State);
        Assert.True(await EpochAsync() > epoch);
        // Nothing of the session is damaged: the customer's phone reads what the new owner says, and is read.
        await Eventually.IsTrueAsync(async () => Said(await sandbox.Client.ShownAsync(customer, _first.Phone)).Contains("trois"), "the answer on the customer's phone");
        await sandbox.Client.WriteAsync(customer, _first.Phone, "quatre");
        await Eventually.IsTrueAsync(async () => Said(await sandbox.Client.ShownAsync(customer, _first.Phone)).Contains("quatre"), "the next answer");
        Assert.Equal(1, await sandbox.Client.DevicesAsync(_first.Phone));
        Assert.Equal(await EpochAsync(), await _host.EpochHeldAsync(session));
    }

    [Fact]
    public async Task A_send_that_waited_in_a_paused_gateway_commits_nothing_when_it_goes_on_and_leaves_once_by_the_new_owner()
    {
        var session = await SessionOf(_first);
        var customer = await _first.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _first.Phone, "un");
        await _first.ShownAsync(customer, 1);
        var chat = (await _first.MessagesAsync())[0].ConversationId;
        var stale = await _host.ProcessOfAsync(session);
        var keys = await KeysAsync();

        using (TestHost.Pause(stale))
        {
            await _host.SendAsync(_first.Id, new SendAsVendor(chat, "c’est moi", Guid.NewGuid()));
            await Eventually.IsTrueAsync(async () => (await _first.MessagesAsync())[^1].Status == MessageStatus.Sending, "the message on its way");
            // As another host with the same database would.
            Assert.NotNull(await _host.SendAsync(_first.Id, new TakeSession(session.SessionId, SessionWish.Resume)));
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(_host.Fenced.GetValueOrDefault("keys.commit") > 0), "a refused commit");
        Assert.Equal(keys, await KeysAsync());
        Assert.Single(await sandbox.Client.ShownAsync(customer, _first.Phone));

        await Eventually.IsTrueAsync(async () => await _host.CheckAsync(stale) && (await _first.StatusAsync()).State == "connected", "a new owner");
        Assert.Equal(["re: un", "c’est moi"], (await _first.ShownAsync(customer, 2)).Select(m => m.Text));
        await sandbox.Client.WriteAsync(customer, _first.Phone, "merci");
        await Eventually.IsTrueAsync(async () => (await _first.MessagesAsync()).Any(m => m is { IsIncoming: true, Text: "merci" }), "what the customer says next");
        Assert.Equal(2, (await sandbox.Client.ShownAsync(customer, _first.Phone)).Count);
    }

    [Fact]
    public async Task A_number_that_stays_deaf_is_started_anew_then_by_the_other_gateway_then_its_vendor_is_told()
    {
        var session = await SessionOf(_first);
        var (place, epoch) = (await _host.ProcessOfAsync(session), await EpochAsync());

        await FallDeafAndWatchAsync();
        Assert.Equal((place, epoch + 1), (await _host.ProcessOfAsync(session), await EpochAsync()));
        Assert.Null((await _first.StatusAsync()).LastError);

        await FallDeafAndWatchAsync();
        Assert.NotEqual(place, await _host.ProcessOfAsync(session));
        Assert.Null((await _first.StatusAsync()).LastError);

        await FallDeafAndWatchAsync();
        Assert.Equal("deaf", (await _first.StatusAsync()).LastError!.Code);
        Assert.Equal(epoch + 2, await EpochAsync());
        Assert.Equal("connected", (await _second.StatusAsync()).State);
    }

    [Fact]
    public async Task A_rolling_restart_under_traffic_loses_and_doubles_nothing()
    {
        var shops = new[] { _first, _second };
        var customers = await Task.WhenAll(shops.Select(s => s.NewCustomerAsync()));
        var former = _host.Gateways.ToList();
        var exchange = ExchangeAsync(Exchanges);
        var written = 0;
        while (!exchange.IsCompleted || written < 20)
        {
            written++;
            await Task.WhenAll(shops.Select((shop, n) => sandbox.Client.WriteAsync(customers[n], shop.Phone, $"m{written}")));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await exchange;
        Assert.Empty(former.Intersect(_host.Gateways));
        foreach (var (shop, customer) in shops.Zip(customers))
        {
            var sent = Enumerable.Range(1, written).Select(n => $"m{n}").ToList();
            await Eventually.IsTrueAsync(async () => (await shop.MessagesAsync()).Count(m => m.IsIncoming) >= written, "all messages");
            Assert.Equal(sent, (await shop.MessagesAsync()).Where(m => m.IsIncoming).OrderBy(m => m.Sequence).Select(m => m.Text));
            await Eventually.IsTrueAsync(async () => Said(await sandbox.Client.ShownAsync(customer, shop.Phone)).Count() >= written, "all answers");
            Assert.Equal(sent, Said(await sandbox.Client.ShownAsync(customer, shop.Phone)));
            await shop.UntilAsync("connected");
        }
    }

    [Fact]
    public async Task What_finds_no_room_waits_until_there_is_some()
    {
        var others = new List<LinkedShop>();
        for (var n = 0; n < 3; n++)
        {
            others.Add(await LinkedShop.OpenAsync(_host, sandbox.Client));
        }

        await others[0].LinkByQrAsync();
        await others[1].LinkByQrAsync();
        await others[2].ConnectAsync(LinkMethod.Qr);
        Assert.Equal("connecting", (await others[2].StatusAsync()).State);

        await _host.SendAsync(_first.Id, new DisconnectSession(null));
        await _host.RecoverAsync();

        await others[2].StatusAsync(s => s.Qr is not null, "a code");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>What the answers repeat of the questions; several may share an answer.</summary>
    private static IEnumerable<string> Said(IReadOnlyList<(string Id, string Text)> shown) => shown.SelectMany(m => m.Text[4..].Split(" | "));

    private static async Task<DueSession> SessionOf(LinkedShop shop) => new(shop.Id, new((await shop.StatusAsync()).Session!.Value));

    private async Task ExchangeAsync(int times)
    {
        for (var n = 0; n < times; n++)
        {
            await _host.ExchangeAsync();
        }
    }

    /// <summary>As if nothing had come through for longer than the gateway would ever bear.</summary>
    private async Task FallDeafAndWatchAsync()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-3);
        await _first.ReadAsync(db => db.Sessions.ExecuteUpdateAsync(set => set
            .SetProperty(s => s.Since, before).SetProperty(s => s.LastEvidenceAt, before).SetProperty(s => s.RepairedAt, before)));
        await _host.InAsync<IMediator, Result>(null, mediator => mediator.Send(new WatchSessions()));
        await _first.UntilAsync("connected");
    }

    /// <summary>What the Signal sessions of the number are: a hash of each row.</summary>
    private Task<List<string>> KeysAsync() => _first.ReadAsync(async db =>
        (await db.WhatsAppKeys.AsNoTracking().OrderBy(k => k.Type).ThenBy(k => k.KeyId).ToListAsync()).ConvertAll(k => $"{k.Type} {k.KeyId} {Convert.ToHexString(SHA256.HashData(k.Value))}"));

    private Task<long> EpochAsync() => _first.ReadAsync(db => db.Sessions.Select(s => s.Epoch).SingleAsync());
}
