using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Over the real gateway and the sandbox network.</summary>
[Collection(SandboxTests.Name)]
public sealed class LinkingTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_data, sandbox.Settings);
        _shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
    }

    [Fact]
    public async Task A_scanned_code_links_the_number()
    {
        await _shop.LinkByQrAsync();

        var status = await _shop.StatusAsync(s => s.Number is not null, "the number");
        Assert.Equal("+" + _shop.Phone, status.Number);
        Assert.Null(status.Qr);
        Assert.Equal(1, await sandbox.Client.DevicesAsync(_shop.Phone));
    }

    [Fact]
    public async Task A_typed_code_links_the_number_also_after_a_qr_was_shown()
    {
        await _shop.ConnectAsync(LinkMethod.Qr);
        await _shop.StatusAsync(s => s.Qr is not null, "a QR");
        await _shop.ConnectAsync(LinkMethod.Code);
        var offered = await _shop.StatusAsync(s => s.PairingCode is not null, "a pairing code");
        Assert.Null(offered.Qr);
        Assert.Equal("awaiting_scan", offered.State);

        await sandbox.Client.PairAsync(_shop.Phone, offered.PairingCode!);

        await _shop.UntilAsync("connected");
        Assert.Equal(1, await sandbox.Client.DevicesAsync(_shop.Phone));
    }

    [Fact]
    public async Task Disconnecting_removes_the_device_from_the_phone_and_all_keys()
    {
        await _shop.LinkByQrAsync();

        Assert.Null((await _host.SendAsync(_shop.Id, new DisconnectSession(null))).Error);

        Assert.Equal("idle", (await _shop.StatusAsync()).State);
        Assert.Equal(0, await sandbox.Client.DevicesAsync(_shop.Phone));
        Assert.Equal((0, 0), await _shop.ReadAsync(db => Task.FromResult((db.WhatsAppCredentials.Count(), db.WhatsAppKeys.Count()))));
        Assert.Null((await _host.SendAsync(_shop.Id, new DisconnectSession(null))).Error);
    }

    [Fact]
    public async Task A_number_can_be_linked_again_after_it_was_disconnected()
    {
        await _shop.LinkByQrAsync();
        await _host.SendAsync(_shop.Id, new DisconnectSession(null));

        await _shop.LinkByQrAsync();

        Assert.Equal(1, await sandbox.Client.DevicesAsync(_shop.Phone));
    }

    [Fact]
    public async Task Unlinking_on_the_phone_is_noticed()
    {
        await _shop.LinkByQrAsync();

        await sandbox.Client.UnlinkAsync(_shop.Phone);

        var status = await _shop.UntilAsync("logged_out");
        Assert.Equal("logged_out", status.LastError!.Code);
    }

    [Fact]
    public async Task A_number_that_was_replaced_comes_back_when_the_vendor_tries_again()
    {
        await _shop.LinkByQrAsync();
        await sandbox.Client.FaultAsync(new { kind = "replace", phone = "+" + _shop.Phone });
        await _shop.UntilAsync("replaced");

        Assert.Null((await _host.SendAsync(_shop.Id, new ResumeSession(null))).Error);

        await _shop.UntilAsync("connected");
    }

    [Fact]
    public async Task A_replaced_number_is_unlinked_on_the_phone_too_when_the_vendor_disconnects()
    {
        await _shop.LinkByQrAsync();
        await sandbox.Client.FaultAsync(new { kind = "replace", phone = "+" + _shop.Phone });
        await _shop.UntilAsync("replaced");

        await _host.SendAsync(_shop.Id, new DisconnectSession(null));

        Assert.Equal(0, await sandbox.Client.DevicesAsync(_shop.Phone));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
