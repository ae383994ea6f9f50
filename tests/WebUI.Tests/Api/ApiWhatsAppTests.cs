using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

[Collection(nameof(ApiTests))]
public sealed class ApiWhatsAppTests(UiHost host)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task A_shop_without_a_number_is_idle_and_every_field_is_there()
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal(
            """{"session":null,"state":"idle","qr":null,"qrExpiresAt":null,"pairingCode":null,"pairingCodeExpiresAt":null,"number":null,"name":null,"since":null,"lastInboundAt":null,"lastError":null,"assistantPaused":false}""",
            await shop.Http.GetStringAsync("/api/whatsapp/status"));
    }

    [Fact]
    public async Task Connecting_is_accepted_again_and_with_the_other_method_while_a_code_waits()
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal(HttpStatusCode.Accepted, (await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" })).StatusCode);
        Assert.Equal((LinkMethod.Qr, null), host.Sessions.Links[^1]);
        await ChangeAsync(shop, s => s.ShowCode(Noon));
        Assert.Equal(HttpStatusCode.Accepted, (await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "code", phone = "+228 90 00 00 01" })).StatusCode);
        Assert.Equal((LinkMethod.Code, "22890000001"), host.Sessions.Links[^1]);
    }

    [Fact]
    public async Task A_code_that_waits_is_told_with_its_end_in_utc()
    {
        using var shop = await ApiShop.OpenAsync(host);
        await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" });
        await ChangeAsync(shop, s => s.ShowCode(Noon));
        host.Sessions.Offer = new PairingOffer("2@raw,text", new DateTimeOffset(2126, 11, 24, 14, 0, 20, TimeSpan.FromHours(2)), null, null);

        var status = await shop.Http.GetStringAsync("/api/whatsapp/status");
        host.Sessions.Offer = PairingOffer.None;

        Assert.Contains("\"state\":\"awaiting_scan\",\"qr\":\"2@raw,text\",\"qrExpiresAt\":\"2126-11-24T12:00:20.000Z\",\"pairingCode\":null", status, StringComparison.Ordinal);
        Assert.Contains("\"since\":\"2026-11-24T10:00:00.000Z\"", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_scanned_is_idle_with_the_reason()
    {
        using var shop = await ApiShop.OpenAsync(host);
        await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" });
        await ChangeAsync(shop, s => s.LinkingEnded(Noon));

        var status = await shop.Http.GetStringAsync("/api/whatsapp/status");

        Assert.Contains("\"state\":\"idle\"", status, StringComparison.Ordinal);
        Assert.Contains("\"lastError\":{\"code\":\"link_expired\",\"message\":", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connecting_a_number_that_is_in_use_is_a_conflict()
    {
        using var shop = await ApiShop.OpenAsync(host);
        await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" });
        await ChangeAsync(shop, s => s.Opened(Noon));

        Assert.Equal("already_linked", await ApiShop.CodeAsync(await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" }), 409));
    }

    [Fact]
    public async Task Logging_out_may_be_repeated_and_works_without_a_number()
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal(HttpStatusCode.NoContent, (await shop.Http.PostAsync("/api/whatsapp/logout", null)).StatusCode);
        await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" });
        await ChangeAsync(shop, s => s.Opened(Noon));
        var before = host.Sessions.Logouts;
        Assert.Equal(HttpStatusCode.NoContent, (await shop.Http.PostAsync("/api/whatsapp/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await shop.Http.PostAsync("/api/whatsapp/logout", null)).StatusCode);

        Assert.True(host.Sessions.Logouts > before);
        Assert.Contains("\"state\":\"idle\"", await shop.Http.GetStringAsync("/api/whatsapp/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_network_wants_the_warning_ticked()
    {
        using var shop = await ApiShop.OpenAsync(host);
        host.Network.Kind = WhatsAppNetwork.WhatsApp;
        try
        {
            Assert.Equal("warning_not_accepted", await ApiShop.CodeAsync(await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" }), 400));
            var ticked = await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr", acceptedWarning = LinkingWarning.Version });
            Assert.Equal(HttpStatusCode.Accepted, ticked.StatusCode);
        }
        finally
        {
            host.Network.Kind = WhatsAppNetwork.Sandbox;
        }
    }

    [Theory]
    [InlineData("""{ "method": "carrier pigeon" }""", "method_unknown")]
    [InlineData("{}", "method_unknown")]
    [InlineData("""{ "method": "code" }""", "phone_invalid")]
    [InlineData("""{ "method": "code", "phone": "call me" }""", "phone_invalid")]
    [InlineData("""{ "method": """, "bad_request")]
    [InlineData("""{ "method": 7 }""", "bad_request")]
    [InlineData("null", "bad_request")]
    [InlineData("", "bad_request")]
    public async Task What_cannot_be_done_is_a_problem_with_a_code(string body, string code)
    {
        using var shop = await ApiShop.OpenAsync(host);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(code, await ApiShop.CodeAsync(await shop.Http.PostAsync("/api/whatsapp/connect", content), 400));
    }

    [Fact]
    public async Task What_is_not_json_or_too_large_or_nowhere_is_a_problem_too()
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal("not_json", await ApiShop.CodeAsync(await shop.Http.PostAsync("/api/whatsapp/connect", new StringContent("method=qr")), 415));
        Assert.Equal("too_large", await ApiShop.CodeAsync(await shop.Http.PostAsJsonAsync("/api/whatsapp/connect", new { method = new string('q', 300_000) }), 413));
        Assert.Equal("not_found", await ApiShop.CodeAsync(await shop.Http.GetAsync("/api/nowhere"), 404));
        Assert.Equal("method_not_allowed", await ApiShop.CodeAsync(await shop.Http.DeleteAsync("/api/whatsapp/status"), 405));
    }

    [Theory]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    [InlineData("nonsense")]
    public async Task A_session_that_the_shop_does_not_have_is_not_found(string session)
    {
        using var shop = await ApiShop.OpenAsync(host);

        Assert.Equal("not_found", await ApiShop.CodeAsync(await shop.Http.GetAsync($"/api/whatsapp/status?session={session}"), 404));
        Assert.Equal("not_found", await ApiShop.CodeAsync(await shop.Http.PostAsJsonAsync($"/api/whatsapp/connect?session={session}", new { method = "qr" }), 404));
        Assert.Equal("not_found", await ApiShop.CodeAsync(await shop.Http.PostAsync($"/api/whatsapp/logout?session={session}", null), 404));
    }

    private Task<bool> ChangeAsync(ApiShop shop, Action<WhatsAppSession> change) => host.InShopAsync(shop.Id, async services =>
    {
        var (db, unitOfWork) = (services.GetRequiredService<IAppDbContext>(), services.GetRequiredService<IUnitOfWork>());
        return await unitOfWork.RunAsync(
            async ct =>
            {
                change(await db.Sessions.SingleAsync(ct));
                return true;
            },
            _ => true,
            CancellationToken.None);
    });
}
