using Microsoft.Playwright;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>axe finds nothing on any page, on phone and desktop, in light and dark.</summary>
[Collection(nameof(UiTests))]
public sealed class UiAccessibilityTests(UiHost host, Browser browser)
{
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Pages_have_no_violation(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(host.Url, [], width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        List<string> found = [];
        await CheckAsync(page, found, "/sign-in", "/sign-up", "/forgot-password", "/privacy", "/nowhere");
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await CheckAsync(page, found, "/connect");
        await vendor.ConnectAsync();
        var conversation = await vendor.HearAsync("Bonjour, le wax est à combien ?");
        await CheckAsync(page, found, "/connect", "/connect/disconnect", "/messages", $"/messages/{conversation.Value}", "/messages?q=personne", "/products", "/products/add", "/account", "/dev/outbox");

        Assert.Empty(found);
    }

    private static async Task CheckAsync(IPage page, List<string> found, params string[] paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            found.AddRange((await Axe.ViolationsAsync(page)).Select(violation => $"{path} {violation}"));
        }
    }
}
