using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>How the thread and the list show what customers send beside words.</summary>
[Collection(nameof(UiTests))]
public sealed class UiThreadTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_pin_lies_on_a_map_of_the_shops_own_zones(int width)
    {
        var (page, vendor) = await OpenAsync(width);
        await vendor.HearAsync(new MessageContent(MessageKind.Location, "Pharmacie", 6.152, 1.213));
        var chat = await vendor.HearAsync(new MessageContent(MessageKind.LiveLocation, null, 6.30, 1.10));

        await page.GotoAsync($"/messages/{chat.Value}");

        var maps = page.Locator(".place-map > svg");
        await Expect(maps).ToHaveCountAsync(2);
        await Expect(maps.Nth(0)).ToHaveAttributeAsync("aria-label", new Regex("Zone Tokoin, à .* de la boutique"));
        await Expect(maps.Nth(0).Locator(".zone.here")).ToHaveCountAsync(1);
        await Expect(maps.Nth(0).Locator("text")).ToContainTextAsync(["Tokoin"]);
        await Expect(maps.Nth(1)).ToHaveAttributeAsync("aria-label", new Regex("Hors de vos zones"));
        Assert.DoesNotContain("http", await maps.Nth(0).InnerHTMLAsync(), StringComparison.Ordinal);
        await CheckAsync(page, "thread/map", width);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Everything_that_customers_send_is_shown_as_what_it_is(int width)
    {
        var (page, vendor) = await OpenAsync(width);
        await vendor.HearAsync(new MessageContent(MessageKind.Contact) { Details = new MessageDetails { Contacts = [new SharedContact("Ama Mensah", ["+228 90 00 00 09"])] } });
        await vendor.HearAsync(new MessageContent(MessageKind.Poll, "Lequel ?") { Details = new MessageDetails { Options = ["Bazin", "Wax"] } });
        await vendor.HearAsync(new MessageContent(MessageKind.Document) { File = "0123456789abcdef0123456789abcde1.pdf", Media = new MessageMedia { FileName = "facture-novembre.pdf", Bytes = 1_468_006 } });
        await vendor.HearAsync(new MessageContent(MessageKind.Order, "Je prends ceci") { Details = new MessageDetails { ItemCount = 2, Items = [new ListedItem("BAZ-1", "Bazin riche", 2), new ListedItem(null, "Foulard", 1)] } });
        await vendor.HearAsync(new MessageContent(MessageKind.Unsupported) { Media = new MessageMedia { Failure = MessageMedia.ViewOnce }, Details = new MessageDetails { IsViewOnce = true } });
        await vendor.HearAsync(MessageContent.OfText("celui-là") with { QuotedId = "s", Details = new MessageDetails { QuotedText = "Bazin riche bleu", QuotesStatus = true, ExpiresAfter = 86_400 } });
        await vendor.HearAsync(MessageContent.OfText("deux bazins"), "edited");
        await vendor.HearAsync(new MessageContent(MessageKind.Edit, "trois bazins", TargetId: "edited"));
        await vendor.HearAsync(new MessageContent(MessageKind.Reaction, "👍", TargetId: "edited"));
        await vendor.HearAsync(MessageContent.OfText("un secret"), "deleted");
        var chat = await vendor.HearAsync(new MessageContent(MessageKind.Delete, TargetId: "deleted"));

        await page.GotoAsync($"/messages/{chat.Value}");

        var theirs = page.Locator("#thread .msg:not(.out)");
        await Expect(theirs).ToHaveCountAsync(8);
        await Expect(theirs.Nth(0)).ToContainTextAsync("Ama Mensah");
        await Expect(theirs.Nth(0)).ToContainTextAsync("+228 90 00 00 09");
        await Expect(theirs.Nth(1).Locator(".options li")).ToHaveTextAsync(["Bazin", "Wax"]);
        await Expect(theirs.Nth(2).Locator("a.file")).ToHaveAttributeAsync("download", "facture-novembre.pdf");
        await Expect(theirs.Nth(2)).ToContainTextAsync("1,4\u00a0Mo");
        await Expect(theirs.Nth(3).Locator(".cards li")).ToContainTextAsync(["2 × Bazin riche", "1 × Foulard"]);
        await Expect(theirs.Nth(4)).ToContainTextAsync("À vue unique");
        await Expect(theirs.Nth(5).Locator(".quoted")).ToContainTextAsync("Votre statut");
        await Expect(theirs.Nth(5)).ToContainTextAsync("Éphémère");
        await Expect(theirs.Nth(6).Locator(".bubble > .said")).ToHaveTextAsync("trois bazins");
        await Expect(theirs.Nth(6).Locator(".earlier")).ToContainTextAsync("deux bazins");
        await Expect(theirs.Nth(6).Locator(".reactions span")).ToHaveAttributeAsync("aria-label", "Réaction du client\u00a0: 👍");
        await Expect(theirs.Nth(7)).ToContainTextAsync("Message supprimé par le client");
        await Expect(page.Locator("#thread")).Not.ToContainTextAsync("un secret");
        await CheckAsync(page, "thread/kinds", width);
    }

    [Fact]
    public async Task The_list_names_what_came_last()
    {
        var (page, vendor) = await OpenAsync(1280);

        await vendor.HearAsync(new MessageContent(MessageKind.Sticker));
        await page.GotoAsync("/messages?filter=unseen");
        await Expect(page.Locator("#inbox-list .convs p")).ToContainTextAsync("Autocollant");

        await vendor.HearAsync(new MessageContent(MessageKind.Document) { Media = new MessageMedia { FileName = "facture.pdf" } });
        await Expect(page.Locator("#inbox-list .convs p")).ToContainTextAsync("facture.pdf");
        await Shots.TakeAsync(page, "/thread/list", 1280);
        Assert.Empty(_complaints);
    }

    private async Task<(IPage Page, ShopNumber Vendor)> OpenAsync(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Tissus Afi")));
        await vendor.ConnectAsync();
        await host.InShopAsync(vendor.Shop, async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var shop = db.Tenants.Single();
            Assert.True(shop.ChangeFacts(shop.Facts with { Location = new ShopLocation(6.13, 1.22) }).IsOk);
            shop.PauseAssistant();
            db.DeliveryZones.Add(DeliveryZone.Add(vendor.Shop, "tokoin", 1, new ZoneDetails("Tokoin", 1_500) { Area = new CircleArea(new GeoPoint(6.15, 1.215), 1_500) }).Value!);
            db.DeliveryZones.Add(DeliveryZone.Add(vendor.Shop, "be", 2, new ZoneDetails("Bè", 1_000)
            {
                Area = new PolygonArea([new GeoPoint(6.12, 1.23), new GeoPoint(6.145, 1.232), new GeoPoint(6.14, 1.255), new GeoPoint(6.12, 1.25)]),
            }).Value!);
            return await db.SaveChangesAsync();
        });
        return (page, vendor);
    }

    private async Task CheckAsync(IPage page, string name, int width)
    {
        await Shots.TakeAsync(page, name, width);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways at {width}");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty(_complaints);
    }
}
