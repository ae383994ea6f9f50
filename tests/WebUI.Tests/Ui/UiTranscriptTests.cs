using Microsoft.Playwright;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Nobody could listen to a customer's voice note: the vendor writes down what she hears, and the assistant answers that.</summary>
[Collection(nameof(AssistantTests))]
public sealed class UiTranscriptTests(AssistantHost host, Browser browser)
{
    private const string Note = "0123456789abcdef0123456789abcdef.ogg";

    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_the_vendor_writes_down_is_answered_by_the_assistant(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var number = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison")));
        await number.ConnectAsync();
        await host.SendAsync(number.Shop, new SwitchAssistant(Active: true));
        await host.SendAsync(number.Shop, new AddProduct(new ProductDetails("Pagne wax", 18_000, 15_000, 8)));
        await host.InShopAsync(number.Shop, async services =>
        {
            await ((IFileStore)services.GetService(typeof(IFileStore))!).SaveAsync(Note, [.. "OggS"u8, 1, 2, 3], CancellationToken.None);
            return true;
        });
        var conversation = await number.HearAsync(MessageContent.OfVoice(null, new MessageMedia { Seconds = 4 }, Note));
        await page.GotoAsync($"/messages/{conversation.Value}");
        await Expect(page.Locator("[data-media-failure=not_configured]")).ToContainTextAsync("aucun service vocal");
        await Expect(page.Locator("article.msg.bot")).ToContainTextAsync("message vocal");

        await page.ClickAsync("details.transcript summary");
        await page.FillAsync("details.transcript textarea", "c'est combien le pagne ?");
        await Shots.TakeAsync(page, "/transcript-form", width);
        await page.ClickAsync("details.transcript button[value=true]");

        await Expect(page.Locator("article.msg.bot").Last).ToContainTextAsync("18 000 F");
        await Expect(page.Locator("article.msg .said").First).ToHaveTextAsync("c'est combien le pagne ?");
        await Shots.TakeAsync(page, "/transcript-answered", width);
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty(_complaints);
    }
}
