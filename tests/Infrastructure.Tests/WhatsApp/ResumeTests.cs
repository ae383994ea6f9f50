using Microsoft.EntityFrameworkCore;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>A host that starts brings all its numbers back, each by one start. LONG=1 does it with two hundred.</summary>
[Collection(SandboxTests.Name)]
public sealed class ResumeTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private static readonly int Numbers = Environment.GetEnvironmentVariable("LONG") == "1" ? 200 : 8;

    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private readonly List<LinkedShop> _shops = [];
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        for (var n = 0; n < Numbers; n++)
        {
            var shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
            await shop.LinkByQrAsync();
            _shops.Add(shop);
        }
    }

    [Fact]
    public async Task Every_number_of_a_host_that_starts_is_connected_again_by_a_single_start()
    {
        var before = await EpochsAsync();
        await _host.DisposeAsync();
        _host = await StartAsync();

        foreach (var shop in _shops)
        {
            shop.Host = _host;
            await shop.UntilAsync("connected");
        }

        // One number is taken from the owner that is gone, and one given to the new one.
        Assert.Equal(before.Select(epoch => epoch + 2), await EpochsAsync());
        var last = _shops[^1];
        var customer = await last.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, last.Phone, "bonjour");
        Assert.Equal(["re: bonjour"], (await last.ShownAsync(customer, 1)).Select(m => m.Text));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings) { ["WhatsApp:ConnectingAtOnce"] = "5" });

    private async Task<List<long>> EpochsAsync()
    {
        var epochs = new List<long>();
        foreach (var shop in _shops)
        {
            epochs.Add(await shop.ReadAsync(db => db.Sessions.Select(s => s.Epoch).SingleAsync()));
        }

        return epochs;
    }
}
