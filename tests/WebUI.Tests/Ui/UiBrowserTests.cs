using Microsoft.Playwright;
using WaSaas.Application.WhatsApp;
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
        var vendor = await SignedUpAsync(page);
        await page.EvaluateAsync("window.notReloaded = true");

        await page.ClickAsync(".by-qr button");
        await Expect(page.Locator("#connect")).ToContainTextAsync("Le code se prépare");
        host.Sessions.Offer = new PairingOffer("2@first", DateTimeOffset.UtcNow.AddSeconds(20), null, null);
        await vendor.ReportAsync(SessionReport.CodeShown);
        await Expect(page.Locator(".qrframe svg path")).ToHaveCountAsync(1);
        await Expect(page.Locator(".countdown")).ToContainTextAsync("Nouveau code dans");
        await Shots.TakeAsync(page, "/qr", 1280);
        var first = await page.Locator(".qrframe svg path").GetAttributeAsync("d");

        host.Sessions.Offer = new PairingOffer("2@second", DateTimeOffset.UtcNow.AddSeconds(20), null, null);
        await vendor.ReportAsync(SessionReport.CodeShown);
        await Expect(page.Locator(".qrframe svg path")).Not.ToHaveAttributeAsync("d", first!);

        await vendor.IdentifyAsync();
        await vendor.ReportAsync(SessionReport.Opened);
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
        var vendor = await ConnectedAsync(page);

        await page.ClickAsync("[data-dialog='#disconnect']");
        await Expect(page.Locator("#disconnect")).ToContainTextAsync("Vos clients n’auront plus de réponse");
        await Expect(page.Locator("#disconnect form[method=dialog] button")).ToBeFocusedAsync();
        await page.ClickAsync("#disconnect .danger");

        await Expect(page.Locator("#connect h3")).ToHaveTextAsync("Aucun numéro connecté");
        Assert.Equal("idle", (await host.SendAsync(vendor.Shop, new GetWhatsAppStatus(null)))!.State);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_customers_message_appears_live_and_the_vendor_takes_over_and_answers()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var vendor = await ConnectedAsync(page);
        await page.GotoAsync("/messages");
        await page.EvaluateAsync("window.notReloaded = true");

        await vendor.HearAsync("Bonjour, le wax est à combien ?");
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

        await vendor.HearAsync("Merci beaucoup");
        await Expect(page.Locator("#thread .msg").Last).ToContainTextAsync("Merci beaucoup");
        await page.ClickAsync("#handback button");
        await Expect(page.Locator("#takeover .bot")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_phone_gets_the_pairing_code_first_and_in_two_halves()
    {
        var page = await browser.OpenAsync(host.Url, _complaints, 390);
        var vendor = await SignedUpAsync(page);
        Assert.True((await page.Locator(".by-code").BoundingBoxAsync())!.Y < (await page.Locator(".by-qr").BoundingBoxAsync())!.Y);
        await Shots.TakeAsync(page, "/start", 390);

        await page.FillAsync("#phone", "+228 90 12 34 56");
        await page.ClickAsync(".by-code button");
        await Expect(page.Locator("#connect")).ToContainTextAsync("Le code se prépare");
        host.Sessions.Offer = new PairingOffer(null, null, "K7QD4M2X", DateTimeOffset.UtcNow.AddSeconds(150));
        await vendor.ReportAsync(SessionReport.CodeShown);

        await Expect(page.Locator(".code8 span")).ToHaveTextAsync(["K", "7", "Q", "D", "4", "M", "2", "X"]);
        await Expect(page.Locator(".countdown")).ToContainTextAsync("Valable encore");
        await Shots.TakeAsync(page, "/code", 390);
        host.Sessions.Offer = PairingOffer.None;
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_scripts_everything_but_the_live_parts_works()
    {
        var page = await browser.OpenAsync(host.Url, _complaints, scripts: false);
        var vendor = await ConnectedAsync(page);
        await vendor.HearAsync("Vous avez du bazin ?");
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
        var vendor = await ConnectedAsync(page);
        var conversation = await vendor.HearAsync("Un message assez long pour prendre plusieurs lignes sur un petit téléphone, avec un mot interminable : anticonstitutionnellementencoreplus");
        foreach (var path in new[] { "/connect", "/connect/disconnect", "/messages", $"/messages/{conversation.Value}", "/products", "/products/add", "/account", "/privacy", "/dev/outbox" })
        {
            await page.GotoAsync(path);
            await Shots.TakeAsync(page, path, width);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} at {width}");
        }

        Assert.Empty(_complaints);
    }

    private async Task<ShopNumber> SignedUpAsync(IPage page) => new(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Tissus Afi")));

    private async Task<ShopNumber> ConnectedAsync(IPage page)
    {
        var vendor = await SignedUpAsync(page);
        await vendor.ConnectAsync();
        await page.GotoAsync("/connect");
        return vendor;
    }
}
