using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
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
    public async Task A_server_that_says_it_is_overloaded_is_waited_out()
    {
        await InjectAsync(new { kind = "unavailable", phone = "+" + _shop.Phone });
        await _shop.UntilAsync("reconnecting");
        await InjectAsync(new { kind = "clear", phone = "+" + _shop.Phone });

        Assert.Null((await _shop.UntilAsync("connected")).LastError);
    }

    [Fact]
    public async Task A_refused_upgrade_is_tried_again()
    {
        var since = (await _shop.StatusAsync()).Since;
        await InjectAsync(new { kind = "refuse_upgrade", count = 2 });
        await InjectAsync(new { kind = "drop", phone = "+" + _shop.Phone });

        Assert.Null((await _shop.StatusAsync(s => s.State == "connected" && s.Since > since, "the connection")).LastError);
    }

    [Fact]
    public async Task A_silent_server_is_noticed_and_the_vendors_button_connects_anew()
    {
        await InjectAsync(new { kind = "silent", phone = "+" + _shop.Phone });
        await _shop.UntilAsync("reconnecting");
        await InjectAsync(new { kind = "clear", phone = "+" + _shop.Phone });

        Assert.Null((await _host.SendAsync(_shop.Id, new ResumeSession(null))).Error);

        await _shop.UntilAsync("connected");
    }

    [Fact]
    public async Task A_slow_server_that_delivers_twice_makes_one_message_and_one_answer_of_each()
    {
        var customer = await _shop.NewCustomerAsync();
        await InjectAsync(new { kind = "delay", ms = 150, phone = "+" + _shop.Phone });
        foreach (var (text, shown) in new[] { ("un", 1), ("deux", 2) })
        {
            await InjectAsync(new { kind = "duplicate", phone = "+" + _shop.Phone });
            await sandbox.Client.WriteAsync(customer, _shop.Phone, text);
            await _shop.ShownAsync(customer, shown);
        }

        Assert.Equal(["re: un", "re: deux"], (await _shop.ShownAsync(customer, 2)).Select(m => m.Text));
        Assert.Equal(["un", "deux"], (await _shop.MessagesAsync()).Where(m => m.IsIncoming).Select(m => m.Text));
    }

    [Fact]
    public async Task An_answer_whose_connection_was_cut_before_the_acknowledgement_is_shown_once()
    {
        var customer = await _shop.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "un");
        await _shop.ShownAsync(customer, 1);
        await InjectAsync(new { kind = "drop_after_send", phone = "+" + _shop.Phone });

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "deux");
        await _shop.ShownAsync(customer, 2);
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "trois");

        Assert.Equal(["re: un", "re: deux", "re: trois"], (await _shop.ShownAsync(customer, 3)).Select(m => m.Text));
    }

    [Fact]
    public async Task A_photo_that_WhatsApp_does_not_take_leaves_once_it_does()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 4_000).Select(n => (byte)(n * 7))];
        await _host.InAsync<IFileStore, bool>(_shop.Id, async files =>
        {
            await files.SaveAsync(EchoAssistant.PhotoFile, picture, TestContext.Current.CancellationToken);
            return true;
        });
        var customer = await _shop.NewCustomerAsync();
        await InjectAsync(new { kind = "refuse_upload", count = 2 });

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "photo");

        await _shop.ShownAsync(customer, 1);
        Assert.Equal(["image"], await sandbox.Client.KindsShownAsync(customer, _shop.Phone));
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
