using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The vendor plays a customer, with the real assistant behind it.</summary>
[Collection(nameof(AssistantTests))]
public sealed class UiPlaygroundTests(AssistantHost host, Browser browser)
{
    private const string Page = "/settings/playground";

    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_hard_bargainer_is_played_and_everything_is_explained(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        await StockedAsync(await Browser.SignUpAsync(page, "Maison"));
        await page.GotoAsync(Page);
        await page.EvaluateAsync("window.notReloaded = true");

        await page.ClickAsync("button[value=hard]");
        await Expect(page.Locator("#sim-thread .msg.bot")).ToContainTextAsync("18 000 F");
        await page.ClickAsync("button[value=hard]");
        await page.ClickAsync("button[value=hard]");
        await Expect(page.Locator("#sim-trace")).ToContainTextAsync("Appliquer vos règles de prix");
        await Expect(page.Locator(".ruler")).ToContainTextAsync("Plancher 15 000 F");

        await page.FillAsync("#sim-form textarea", "Vous livrez à Tokoin ?");
        await page.PressAsync("#sim-form textarea", "Enter");
        await Expect(page.Locator("#sim-thread")).ToContainTextAsync("1 500 F");
        await Expect(page.Locator("#sim-form textarea")).ToHaveValueAsync("");
        await page.FillAsync("#sim-form textarea", "c’est combien le pagne");
        await page.ClickAsync("button[value=voice]");
        await Expect(page.Locator("#sim-thread")).ToContainTextAsync("francs CFA");
        await page.ClickAsync("button[value='72']");
        await Shots.TakeAsync(page, "/settings/playground", width);

        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true && document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_scripts_it_works_the_same()
    {
        using var vendor = host.Browse();
        await StockedAsync(await vendor.SignUpAsync("Maison"));

        using var said = await SayAsync(vendor, new() { ["text"] = "c'est combien le pagne ?", ["kind"] = "text" });
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Contains("18 000 F", await vendor.TextAsync(Page), StringComparison.Ordinal);

        using var nothing = await SayAsync(vendor, new() { ["text"] = " ", ["kind"] = "text" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var nowhere = await SayAsync(vendor, new() { ["kind"] = "pin", ["latitude"] = "95", ["longitude"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);

        using var pin = await SayAsync(vendor, new() { ["kind"] = "pin", ["centre"] = "6.13000 1.22000" });
        Assert.Contains("Zone Bè", await vendor.TextAsync(Page), StringComparison.Ordinal);

        using var again = await vendor.SubmitAsync(Page, "handler=Reset", []);
        Assert.DoesNotContain("18 000 F", await vendor.TextAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_is_saved_as_a_case_that_says_what_happened()
    {
        using var vendor = host.Browse();
        await StockedAsync(await vendor.SignUpAsync("Maison"));
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync(Page + "?handler=Case")).StatusCode);
        foreach (var text in new[] { "c'est combien le pagne ?", "j'en prends 2" })
        {
            using var said = await SayAsync(vendor, new() { ["text"] = text });
        }

        using var file = await vendor.GetAsync(Page + "?handler=Case");
        var saved = JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(2, saved.GetProperty("turns").GetArrayLength());
        Assert.Equal("j'en prends 2", saved.GetProperty("turns")[1].GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal(36_000, saved.GetProperty("expect").GetProperty("goods").GetInt64());
        Assert.Equal("draft", saved.GetProperty("expect").GetProperty("order").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_changed_setting_is_felt_in_the_next_message()
    {
        using var vendor = host.Browse();
        var shop = await StockedAsync(await vendor.SignUpAsync("Maison"));
        using var first = await SayAsync(vendor, new() { ["text"] = "c'est combien le pagne ?" });
        var product = Assert.Single((await host.SendAsync(shop, new ListProducts())).Rows);
        var known = (await host.SendAsync(shop, new GetProductForEdit(product.Id)))!;
        Assert.True((await host.SendAsync(shop, new EditProduct(product.Id, known.Version, known.Details with { ListPrice = 19_500 }))).IsOk);

        using var second = await SayAsync(vendor, new() { ["text"] = "et le pagne, c'est combien déjà ?" });

        Assert.Contains("19 500 F", await vendor.TextAsync(Page), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SayAsync(PageClient vendor, Dictionary<string, string> fields) => vendor.SubmitAsync(Page, "handler=Say", fields);

    private async Task<TenantId> StockedAsync(string name)
    {
        var shop = await host.ShopNamedAsync(name);
        await host.SendAsync(shop, new AddProduct(new ProductDetails("Pagne wax", 18_000, 15_000, 8)));
        await host.SendAsync(shop, new AddZone(new ZoneDetails("Tokoin", 1_500)));
        await host.SendAsync(shop, new AddZone(new ZoneDetails("Bè", 1_000) { Area = new CircleArea(new GeoPoint(6.13, 1.22), 1_000) }));
        return shop;
    }
}
