using Microsoft.Playwright;
using WaSaas.WebUI.Tests.Screens;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>The main job in a real browser: from signing up to the answer on the customer's phone, nobody reloads a page.</summary>
public sealed class MainJobTests
{
    private const string Vendor = "+22890000201";
    private const string OtherVendor = "+22890000202";
    private const string Customer = "+22891000201";

    [Fact]
    public async Task A_vendor_signs_up_links_her_number_and_her_customer_gets_her_price()
    {
        await using var host = await RunningHost.StartAsync();
        var other = await host.ImportShopAsync("Chez Awa", "Bazin riche", 18_250);
        await host.LinkAsync(other, OtherVendor);
        await host.Sandbox.CustomerAsync(Customer, autoRead: true);
        await using var vendor = await Screen.OpenAsync(host.Url, width: 390);
        await SignUpAsync(vendor.Page);
        await AddProductAsync(vendor.Page, "Bazin riche", "15 750");

        await vendor.Page.GotoAsync("/connect");
        await vendor.Page.Locator("form.by-qr button").ClickAsync();
        await vendor.Page.Locator("#connect .qrframe svg").WaitForAsync();
        await vendor.ShootAsync("main-job-1-code");
        await ScanAsync(vendor, Vendor);
        await Assertions.Expect(vendor.Page.Locator("#connect")).ToContainTextAsync("Connecté", new() { Timeout = 20_000 });
        await vendor.Page.Locator("#assistant-switch button.bot").ClickAsync();
        await Assertions.Expect(vendor.Page.Locator("#assistant-switch button.bot")).ToHaveAttributeAsync("aria-pressed", "true");
        await vendor.ShootAsync("main-job-2-connected");

        await vendor.Page.GotoAsync("/messages");
        await Task.WhenAll(
            host.Sandbox.CustomerSaysAsync(Customer, Vendor, "Bonjour, le bazin riche est à combien ?"),
            host.Sandbox.CustomerSaysAsync(Customer, OtherVendor, "Bonjour, le bazin riche est à combien ?"));
        await host.Sandbox.AnsweredAsync(Customer, Vendor, "15 750", explain: () => host.Log);
        await host.Sandbox.AnsweredAsync(Customer, OtherVendor, "18 250", explain: () => host.Log);

        await vendor.Page.Locator("a[id^='c-']").First.ClickAsync(new() { Timeout = 10_000 });
        var answer = vendor.Page.Locator("article.msg", new() { HasText = "15\u00a0750" }).Last;
        await answer.WaitForAsync();
        await answer.Locator("[data-status='Read']").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 15_000 });

        // Live: what the customer writes next and the answer to it appear without a reload, and the ticks move.
        await host.Sandbox.CustomerSaysAsync(Customer, Vendor, "Vous l'avez en stock ?");
        await vendor.Page.Locator("article.msg", new() { HasText = "en stock ?" }).WaitForAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(vendor.Page.Locator("article.msg [data-status='Read']")).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await vendor.ShootAsync("main-job-3-thread");
        Assert.True(await vendor.FitsAsync());
        Assert.Empty(vendor.Complaints);
        Assert.DoesNotContain(await host.Sandbox.AnswersAsync(Customer, Vendor), m => m.Text.Contains("18 250", StringComparison.Ordinal));
    }

    private static async Task SignUpAsync(IPage page)
    {
        await page.GotoAsync("/sign-up");
        await page.FillAsync("[name='Input.ShopName']", "Tissus Afi");
        await page.FillAsync("[name='Input.Email']", "afi@example.com");
        await page.FillAsync("[name='Input.Password']", "quatre pagnes bleus et un vert");
        await page.ClickAsync(".btn.primary");
        await page.WaitForURLAsync("**/connect");
    }

    private static async Task AddProductAsync(IPage page, string name, string price)
    {
        await page.GotoAsync("/products/add");
        await page.FillAsync("[name='Input.Name']", name);
        await page.FillAsync("[name='Input.Price']", price);
        await page.Locator("main .btn.primary").Last.ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/products", StringComparison.Ordinal) || url.Contains("/products?", StringComparison.Ordinal));
    }

    /// <summary>The vendor's phone in a second tab of the same browser, as a newcomer does it.</summary>
    private static async Task ScanAsync(Screen vendor, string phone)
    {
        var tab = await vendor.Page.Context.NewPageAsync();
        await tab.GotoAsync("/sandbox");
        var number = tab.Locator("#new-phone");
        if (await number.CountAsync() > 0)
        {
            await number.FillAsync(phone);
            await tab.Locator("form[action*='handler=Phone'] button").ClickAsync();
        }

        await tab.Locator("form[action*='handler=Scan'] button").ClickAsync();
        await Assertions.Expect(tab.Locator("#vendor-link .rows li")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await tab.CloseAsync();
    }
}
