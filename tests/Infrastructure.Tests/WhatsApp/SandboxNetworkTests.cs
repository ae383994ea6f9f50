using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>The host's own sandbox, and a lost key ring: both need a host to themselves.</summary>
[Collection(SandboxTests.Name)]
public sealed class SandboxNetworkTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> OwnSandbox = new() { ["WhatsApp:Network"] = "Sandbox", ["WhatsApp:SandboxPort"] = "0" };

    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;
    private SandboxClient _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_data, OwnSandbox);
        _sandbox = new SandboxClient(await ControlUrlAsync());
        _shop = await LinkedShop.OpenAsync(_host, _sandbox);
        await _shop.LinkByQrAsync();
    }

    [Fact]
    public async Task The_host_starts_the_sandbox_again_and_the_link_survives()
    {
        var customer = await _shop.NewCustomerAsync();

        await _host.KillSandboxAsync();

        await Eventually.IsTrueAsync(async () => await _sandbox.IsUpAsync(), "the sandbox at its old port");
        await _shop.UntilAsync("connected");
        await _sandbox.WriteAsync(customer, _shop.Phone, "bonjour");
        Assert.Equal(["re: bonjour"], (await _shop.ShownAsync(customer, 1)).Select(m => m.Text));
    }

    [Fact]
    public async Task A_lost_key_ring_fails_the_number_and_it_can_be_linked_again()
    {
        await _host.DisposeAsync();
        _sandbox.Dispose();
        Directory.Delete(Path.Combine(_data, "keys"), recursive: true);
        _shop.Host = _host = await TestHost.StartAsync(_data, OwnSandbox);
        _sandbox = new SandboxClient(await ControlUrlAsync());
        _shop.Sandbox = _sandbox;

        var status = await _shop.UntilAsync("failed");

        Assert.Equal("credentials_unreadable", status.LastError!.Code);
        await _shop.LinkByQrAsync();
    }

    [Fact]
    public async Task A_lost_key_ring_does_not_keep_a_number_from_being_disconnected()
    {
        await _host.DisposeAsync();
        Directory.Delete(Path.Combine(_data, "keys"), recursive: true);
        _shop.Host = _host = await TestHost.StartAsync(_data, OwnSandbox);
        await _shop.UntilAsync("failed");

        await _host.SendAsync(_shop.Id, new DisconnectSession(null));

        Assert.Equal("idle", (await _shop.StatusAsync()).State);
        Assert.Equal(0, await _shop.ReadAsync(db => Task.FromResult(db.WhatsAppCredentials.Count())));
    }

    public async ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private Task<Uri> ControlUrlAsync() =>
        Eventually.GetAsync(() => Task.FromResult(_host.Services.GetRequiredService<ISandboxNetwork>().ControlUrl), "the sandbox");
}
