using Microsoft.EntityFrameworkCore;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>What the vendor hears of each way in which WhatsApp ends or spoils a connection, over the real gateway.</summary>
[Collection(SandboxTests.Name)]
public sealed class FaultTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;

    public static TheoryData<string, int?, string, string> Ends { get; } = new()
    {
        { "logout", null, "logged_out", "logged_out" },
        { "refuse_login", 402, "restricted", "temporary_ban" },
        { "ban", null, "restricted", "banned" },
        { "too_old", null, "failed", "client_too_old" },
        { "refuse_login", 406, "restricted", "banned" },
        { "end", 411, "logged_out", "multidevice_mismatch" },
        { "replace", null, "replaced", "replaced" },
    };

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings) { ["WhatsApp:EvidenceSeconds"] = "1" });
        _shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _shop.LinkByQrAsync();
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task What_ended_is_told_with_its_reason(string kind, int? code, string state, string error)
    {
        await InjectAsync(new { kind, code, phone = "+" + _shop.Phone });

        var status = await _shop.UntilAsync(state);

        Assert.Equal(error, status.LastError!.Code);
    }

    [Theory]
    [InlineData("drop", null)]
    [InlineData("end", 408)]
    [InlineData("end", 500)]
    [InlineData("end", 503)]
    [InlineData("end", 515)]
    public async Task What_passes_comes_back_by_itself_without_a_word(string kind, int? code)
    {
        var since = (await _shop.StatusAsync()).Since;
        await InjectAsync(new { kind, code, phone = "+" + _shop.Phone });

        var status = await _shop.StatusAsync(s => s.State == "connected" && (s.Since > since || code == 515), "the connection");

        Assert.Null(status.LastError);
    }

    [Fact]
    public async Task A_version_that_is_too_old_is_exchanged_for_the_current_one_and_kept()
    {
        await InjectAsync(new { kind = "too_old", minimum = 1_999_999_999, phone = (string?)null });
        await InjectAsync(new { kind = "drop", phone = "+" + _shop.Phone });

        await Eventually.IsTrueAsync(() => Task.FromResult(File.Exists(Version) && File.ReadAllText(Version) == "2.3000.1999999999"), "the new version");
        Assert.Null((await _shop.UntilAsync("connected")).LastError);
    }

    [Fact]
    public async Task A_connection_through_which_nothing_comes_is_told_though_it_says_connected()
    {
        var customer = await _shop.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "un");
        await _shop.ShownAsync(customer, 1);
        await InjectAsync(new { kind = "deaf", phone = "+" + _shop.Phone });

        foreach (var text in new[] { "deux", "trois", "quatre" })
        {
            // Each answer goes out and is never acknowledged.
            var since = (await _shop.StatusAsync()).Since;
            await sandbox.Client.WriteAsync(customer, _shop.Phone, text);
            await _shop.StatusAsync(s => s.State == "connected" && s.Since > since, "a repair");
        }

        Assert.Equal("deaf", (await _shop.StatusAsync(s => s.LastError is not null, "the trouble")).LastError!.Code);
        await InjectAsync(new { kind = "clear", phone = "+" + _shop.Phone });
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "cinq");
        await _shop.StatusAsync(s => s is { State: "connected", LastError: null }, "the end of the trouble");
    }

    [Fact]
    public async Task The_first_refusal_for_want_of_trust_stops_sending_and_the_vendor_lets_it_go_on()
    {
        var customer = await _shop.NewCustomerAsync();
        await InjectAsync(new { kind = "refuse_send", code = 463, phone = "+" + _shop.Phone });
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "un");
        Assert.Equal("sending_paused", (await _shop.StatusAsync(s => s.LastError is not null, "the pause")).LastError!.Code);
        await InjectAsync(new { kind = "clear", phone = "+" + _shop.Phone });

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "deux");

        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Any(m => m is { Text: "re: deux", Status: MessageStatus.Pending, FailureCode: "sending_paused" }), "the waiting answer");
        Assert.Equal("connected", (await _shop.StatusAsync()).State);
        Assert.Null((await _host.SendAsync(_shop.Id, new ResumeSession(null))).Error);
        Assert.Equal(["re: deux"], (await _shop.ShownAsync(customer, 1)).Select(m => m.Text));
        Assert.Contains(await _shop.MessagesAsync(), m => m is { Text: "re: un", Status: MessageStatus.Failed, FailureCode: "463" });
    }

    [Fact]
    public async Task Signs_of_life_are_written_down()
    {
        var link = Assert.Single(_host.Gateways);

        Assert.True(await _host.CheckAsync(link));

        var session = await _shop.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        Assert.True(session.LastEvidenceAt >= session.LinkedAt);
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.Client.FaultAsync(new { kind = "clear" });
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private string Version => Path.Combine(_data, "whatsapp-web-version");

    private Task InjectAsync(object fault) => sandbox.Client.FaultAsync(fault);
}
