using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

public sealed class GetWhatsAppStatusTests : IAsyncLifetime
{
    private LinkingInstallation _linking = null!;

    public async ValueTask InitializeAsync() => _linking = await LinkingInstallation.StartAsync();

    [Fact]
    public async Task A_shop_without_a_number_is_idle()
    {
        var shop = await _linking.OpenNewShopAsync();

        var status = (await StatusAsync(shop))!;

        Assert.Equal((null, "idle", false), (status.Session, status.State, status.AssistantPaused));
    }

    [Fact]
    public async Task Another_shops_number_is_not_there()
    {
        var shop = await _linking.OpenNewShopAsync();
        var other = await _linking.OpenLinkedShopAsync();

        Assert.Null(await shop.SendAsync(new GetWhatsAppStatus(other.Session)));
    }

    [Fact]
    public async Task A_code_is_shown_while_it_can_be_scanned()
    {
        var shop = await AwaitingAsync();
        var expiry = _linking.Clock.GetUtcNow() + TimeSpan.FromSeconds(20);
        _linking.Offer = new PairingOffer("the code", expiry, null, null);

        var shown = (await StatusAsync(shop))!;
        _linking.Clock.Advance(TimeSpan.FromSeconds(20));
        var late = (await StatusAsync(shop))!;

        Assert.Equal(("awaiting_scan", "the code", expiry), (shown.State, shown.Qr, shown.QrExpiresAt));
        Assert.Equal(("awaiting_scan", null, null), (late.State, late.Qr, late.QrExpiresAt));
    }

    [Fact]
    public async Task A_code_that_is_left_over_is_not_shown_in_another_state()
    {
        var shop = await _linking.OpenLinkedShopAsync();
        _linking.Offer = new PairingOffer(null, null, "ABCD1234", _linking.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        Assert.Null((await StatusAsync(shop))!.PairingCode);
    }

    [Theory]
    [InlineData(SessionReport.LoggedOut, "logged_out", "logged_out")]
    [InlineData(SessionReport.Replaced, "replaced", "replaced")]
    [InlineData(SessionReport.Restricted, "restricted", "restricted")]
    [InlineData(SessionReport.Failed, "failed", "client_too_old")]
    public async Task What_went_wrong_is_named(SessionReport report, string state, string code)
    {
        var shop = await _linking.OpenLinkedShopAsync();
        await shop.SendAsync(new ReportSession(shop.Session, 0, report, report == SessionReport.Failed ? new SessionError("client_too_old", "too old") : null));

        var status = (await StatusAsync(shop))!;

        Assert.Equal((state, code), (status.State, status.LastError!.Code));
    }

    [Fact]
    public async Task A_code_that_nobody_scanned_is_a_normal_end()
    {
        var shop = await AwaitingAsync();

        await shop.SendAsync(new ReportSession((await SessionOfAsync(shop)), 0, SessionReport.LinkingEnded));

        var status = (await StatusAsync(shop))!;
        Assert.Equal(("idle", "link_expired"), (status.State, status.LastError!.Code));
    }

    [Fact]
    public async Task A_paused_assistant_is_told()
    {
        var shop = await _linking.OpenLinkedShopAsync();
        await shop.SendAsync(new SwitchAssistant(Active: false));

        Assert.True((await StatusAsync(shop))!.AssistantPaused);
    }

    public ValueTask DisposeAsync() => _linking.DisposeAsync();

    private async Task<Shop> AwaitingAsync()
    {
        var shop = await _linking.OpenNewShopAsync();
        await shop.SendAsync(new ConnectSession(null, LinkMethod.Qr, null, null));
        await shop.SendAsync(new ReportSession(await SessionOfAsync(shop), 0, SessionReport.CodeShown));
        return shop;
    }

    private static async Task<SessionId> SessionOfAsync(Shop shop) => new((await StatusAsync(shop))!.Session!.Value);

    private static Task<WhatsAppStatus?> StatusAsync(Shop shop) => shop.SendAsync(new GetWhatsAppStatus(null));
}
