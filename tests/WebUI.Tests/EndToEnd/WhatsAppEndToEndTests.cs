using System.Net;
using System.Net.Http.Json;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>Over the real gateway with real Baileys: what a vendor and her customers live through.</summary>
public sealed class WhatsAppEndToEndTests
{
    private const string Vendor = "+22890000101";
    private const string OtherVendor = "+22890000102";

    [Fact]
    public async Task Two_shops_with_the_same_product_answer_with_their_own_price_at_the_same_time()
    {
        await using var host = await RunningHost.StartAsync();
        var lome = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        var abidjan = await host.ImportShopAsync("Chez Awa", "Bazin riche", 18_250);
        await Task.WhenAll(host.LinkAsync(lome, Vendor), host.LinkAsync(abidjan, OtherVendor));
        await host.Sandbox.CustomerAsync("+22891000001");

        await Task.WhenAll(
            host.Sandbox.CustomerSaysAsync("+22891000001", Vendor, "Bonjour, le bazin riche est à combien ?"),
            host.Sandbox.CustomerSaysAsync("+22891000001", OtherVendor, "Bonjour, le bazin riche est à combien ?"));

        await host.Sandbox.AnsweredAsync("+22891000001", Vendor, "15 750", explain: () => host.Log);
        await host.Sandbox.AnsweredAsync("+22891000001", OtherVendor, "18 250", explain: () => host.Log);
        Assert.DoesNotContain(await host.Sandbox.AnswersAsync("+22891000001", Vendor), m => m.Text.Contains("18 250", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pairing_code_links_and_connecting_again_is_refused()
    {
        await using var host = await RunningHost.StartAsync();
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.Sandbox.PhoneAsync(Vendor);

        await shop.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" });
        await host.StateAsync(shop, "awaiting_scan");
        var switched = await shop.PostAsJsonAsync("/api/whatsapp/connect", new { method = "code", phone = Vendor });
        Assert.Equal(HttpStatusCode.Accepted, switched.StatusCode);
        await Eventually.TrueAsync(async () => (await RunningHost.StatusAsync(shop)).GetProperty("pairingCode").GetString()?.Length == 8, "a code of eight characters", explain: () => host.Log);
        await host.Sandbox.PairAsync(Vendor, (await RunningHost.StatusAsync(shop)).GetProperty("pairingCode").GetString()!);
        await host.StateAsync(shop, "connected");

        var status = await RunningHost.StatusAsync(shop);
        Assert.Equal(Vendor, status.GetProperty("number").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await shop.PostAsJsonAsync("/api/whatsapp/connect", new { method = "qr" })).StatusCode);
    }

    [Fact]
    public async Task Logging_out_unlinks_the_device_on_the_phone_and_may_be_repeated()
    {
        await using var host = await RunningHost.StartAsync();
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);
        Assert.Equal(1, await host.Sandbox.DevicesAsync(Vendor));

        Assert.Equal(HttpStatusCode.NoContent, (await shop.PostAsync("/api/whatsapp/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await shop.PostAsync("/api/whatsapp/logout", null)).StatusCode);

        Assert.Equal(0, await host.Sandbox.DevicesAsync(Vendor));
        Assert.Equal("idle", (await RunningHost.StatusAsync(shop)).GetProperty("state").GetString());
        await host.LinkAsync(shop, Vendor);
    }

    [Fact]
    public async Task A_link_removed_on_the_phone_is_shown_as_logged_out()
    {
        await using var host = await RunningHost.StartAsync();
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);

        await host.Sandbox.UnlinkAsync(Vendor);

        await host.StateAsync(shop, "logged_out");
        Assert.Equal("logged_out", (await RunningHost.StatusAsync(shop)).GetProperty("lastError").GetProperty("code").GetString());
    }

    [Fact]
    public async Task After_a_kill_of_the_gateway_and_of_the_host_the_link_is_resumed_and_what_waited_is_answered_once()
    {
        await using var host = await RunningHost.StartAsync();
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);
        await host.Sandbox.CustomerAsync("+22891000001");
        await host.Sandbox.CustomerAsync("+22891000002");
        await host.Sandbox.CustomerSaysAsync("+22891000001", Vendor, "Le bazin riche est à combien ?");
        await host.Sandbox.AnsweredAsync("+22891000001", Vendor, "15 750", explain: () => host.Log);

        await host.KillGatewayAsync();
        await host.Sandbox.CustomerSaysAsync("+22891000002", Vendor, "Le bazin riche est à combien ?");
        await host.Sandbox.AnsweredAsync("+22891000002", Vendor, "15 750", 40, () => host.Log);

        await host.KillAsync();
        await host.StartAgainAsync();
        await host.StateAsync(shop, "connected");
        await host.Sandbox.CustomerSaysAsync("+22891000001", Vendor, "Et le prix du bazin riche, encore ?");

        await Eventually.TrueAsync(
            async () => (await host.Sandbox.AnswersAsync("+22891000001", Vendor)).Count(m => m.Text.Contains("15 750", StringComparison.Ordinal)) == 2, "two answers", 40, () => host.Log);
        Assert.Equal(1, (await host.Sandbox.AnswersAsync("+22891000002", Vendor)).Count(m => m.Text.Contains("15 750", StringComparison.Ordinal)));
        Assert.Equal(1, await host.Sandbox.DevicesAsync(Vendor));
    }

    [Fact]
    public async Task A_message_from_the_vendors_phone_silences_the_assistant()
    {
        await using var host = await RunningHost.StartAsync();
        var shop = await host.ImportShopAsync("Tissus Afi", "Bazin riche", 15_750);
        await host.LinkAsync(shop, Vendor);
        await host.Sandbox.CustomerAsync("+22891000001");
        await host.Sandbox.CustomerSaysAsync("+22891000001", Vendor, "Bonjour, le bazin riche est à combien ?");
        await host.Sandbox.AnsweredAsync("+22891000001", Vendor, "15 750", explain: () => host.Log);

        await host.Sandbox.VendorSaysAsync(Vendor, "+22891000001", "Je m'en occupe moi-même");
        await host.Sandbox.AnsweredAsync("+22891000001", Vendor, "moi-même", explain: () => host.Log);
        await Task.Delay(1_500);
        var before = (await host.Sandbox.AnswersAsync("+22891000001", Vendor)).Count;
        await host.Sandbox.CustomerSaysAsync("+22891000001", Vendor, "Le bazin riche est à combien ?");
        await Task.Delay(3_000);

        Assert.Equal(before, (await host.Sandbox.AnswersAsync("+22891000001", Vendor)).Count);
    }
}
