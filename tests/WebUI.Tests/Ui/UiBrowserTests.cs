using Microsoft.Playwright;
using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>What a vendor lives through in a real browser: nothing is reloaded, and the console stays silent.</summary>
[Collection(nameof(UiTests))]
public sealed class UiBrowserTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task A_code_is_shown_changes_and_leads_to_connected_without_a_reload()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        await page.EvaluateAsync("window.notReloaded = true");

        await page.ClickAsync(".by-qr button");
        await Expect(page.Locator("#connect")).ToContainTextAsync("Le code se prépare");
        host.Sessions.Offer = new PairingOffer("2@first", DateTimeOffset.UtcNow.AddSeconds(20), null, null);
        await ReportAsync(shop, SessionReport.CodeShown);
        await Expect(page.Locator(".qrframe svg path")).ToHaveCountAsync(1);
        await Expect(page.Locator(".countdown")).ToContainTextAsync("Nouveau code dans");
        var first = await page.Locator(".qrframe svg path").GetAttributeAsync("d");

        host.Sessions.Offer = new PairingOffer("2@second", DateTimeOffset.UtcNow.AddSeconds(20), null, null);
        await ReportAsync(shop, SessionReport.CodeShown);
        await Expect(page.Locator(".qrframe svg path")).Not.ToHaveAttributeAsync("d", first!);

        await IdentifyAsync(shop);
        await ReportAsync(shop, SessionReport.Opened);
        await Expect(page.Locator("#connect h3")).ToHaveTextAsync("Connecté");
        await Expect(page.Locator("#side-nav .dot")).ToHaveClassAsync("dot ok");

        await page.ClickAsync("#assistant-switch .bot");
        await Expect(page.Locator("#assistant-switch .bot")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Disconnecting_asks_first_and_names_the_consequence()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var shop = await ConnectedShopAsync(page);

        await page.ClickAsync("[data-dialog='#disconnect']");
        await Expect(page.Locator("#disconnect")).ToContainTextAsync("Vos clients n’auront plus de réponse");
        await Expect(page.Locator("#disconnect form[method=dialog] button")).ToBeFocusedAsync();
        await page.ClickAsync("#disconnect .danger");

        await Expect(page.Locator("#connect h3")).ToHaveTextAsync("Aucun numéro connecté");
        Assert.Equal("idle", (await host.SendAsync(shop, new GetWhatsAppStatus(null)))!.State);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_customers_message_appears_live_and_the_vendor_takes_over_and_answers()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var shop = await ConnectedShopAsync(page);
        await page.GotoAsync("/messages");
        await page.EvaluateAsync("window.notReloaded = true");

        await HearAsync(shop, "Bonjour, le wax est à combien ?");
        await Expect(page.Locator("#inbox-list .convs a")).ToContainTextAsync("le wax est à combien");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));

        await page.ClickAsync("#inbox-list .convs a");
        await Expect(page.Locator("#thread .msg")).ToContainTextAsync("Bonjour");
        await Expect(page.Locator("#inbox-list .unread")).ToHaveCountAsync(0);
        await page.EvaluateAsync("window.notReloaded = true");
        await page.ClickAsync("#takeover .me");
        await Expect(page.Locator("#takeover .me")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.FillAsync("#composer textarea", "Bonjour, 18 000 F les 6 yards.");
        await page.ClickAsync("#composer button");
        await Expect(page.Locator("#thread .msg.me")).ToContainTextAsync("18 000 F les 6 yards");
        await Expect(page.Locator("#composer textarea")).ToHaveValueAsync("");
        await Expect(page.Locator("#pending-message")).ToHaveCountAsync(0);

        await HearAsync(shop, "Merci beaucoup");
        await Expect(page.Locator("#thread .msg").Last).ToContainTextAsync("Merci beaucoup");
        await page.ClickAsync("#handback button");
        await Expect(page.Locator("#takeover .bot")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_scripts_everything_but_the_live_parts_works()
    {
        var page = await browser.OpenAsync(host.Url, _complaints, scripts: false);
        var shop = await ConnectedShopAsync(page);
        await HearAsync(shop, "Vous avez du bazin ?");
        await page.GotoAsync("/messages");
        await page.ClickAsync("#inbox-list .convs a");
        await page.ClickAsync("#takeover .me");
        await page.FillAsync("#composer textarea", "Oui, violet.");
        await page.ClickAsync("#composer button");
        await Expect(page.Locator("#thread .msg.me")).ToContainTextAsync("Oui, violet.");

        await page.GotoAsync("/connect");
        await page.ClickAsync("[data-dialog='#disconnect']");
        await Expect(page.Locator("h1")).ToContainTextAsync("Déconnecter ce numéro");
        await page.ClickAsync(".danger");
        await Expect(page.Locator("#connect h3")).ToHaveTextAsync("Aucun numéro connecté");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await ConnectedShopAsync(page);
        var conversation = await HearAsync(shop, "Un message assez long pour prendre plusieurs lignes sur un petit téléphone, avec un mot interminable : anticonstitutionnellementencoreplus");
        foreach (var path in new[] { "/connect", "/connect/disconnect", "/messages", $"/messages/{conversation.Value}", "/products", "/products/add", "/account", "/privacy", "/dev/outbox" })
        {
            await page.GotoAsync(path);
            await Shots.TakeAsync(page, path, width);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} at {width}");
        }

        Assert.Empty(_complaints);
    }

    private async Task<TenantId> ConnectedShopAsync(IPage page)
    {
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Tissus Afi"));
        await host.SendAsync(shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await ReportAsync(shop, SessionReport.CodeShown);
        await IdentifyAsync(shop);
        await ReportAsync(shop, SessionReport.Opened);
        await page.GotoAsync("/connect");
        return shop;
    }

    private async Task<SessionId> SessionAsync(TenantId shop) => new((await host.SendAsync(shop, new GetWhatsAppStatus(null)))!.Session!.Value);

    private async Task ReportAsync(TenantId shop, SessionReport report) =>
        Assert.NotNull(await host.SendAsync(shop, new ReportSession(await SessionAsync(shop), 0, report)));

    private async Task IdentifyAsync(TenantId shop) =>
        await host.SendAsync(shop, new IdentifySession(await SessionAsync(shop), 0, new SessionIdentity("me@s.whatsapp.net", null, "+22890123412", "Afi")));

    private async Task<ConversationId> HearAsync(TenantId shop, string text) => (await host.SendAsync(shop, new ReceiveMessage(
        Channel.WhatsApp,
        await SessionAsync(shop),
        Guid.NewGuid().ToString("n"),
        "kossi@lid",
        [new Address(AddressKind.Lid, "kossi@lid")],
        "+22891000007",
        "Kossi Agbeko",
        false,
        MessageContent.OfText(text),
        DateTimeOffset.UtcNow))).ConversationId;
}
