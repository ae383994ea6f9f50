using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Screens;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Photos of products and pictures of payments, as the vendor sees them in a real browser.</summary>
[Collection(nameof(AssistantTests))]
public sealed class UiPhotoTests(AssistantHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_photo_is_uploaded_shown_everywhere_and_sent_in_the_playground(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison"));
        await host.SendAsync(shop, new AddProduct(new ProductDetails("Pagne wax", 18_000, 15_000, 8)));
        await host.SendAsync(shop, new AddProduct(new ProductDetails("Foulard", 2_500)));
        var product = (await host.SendAsync(shop, new ListProducts("Pagne"))).Rows.Single().Id.Value;

        await page.GotoAsync($"/products/{product}/photos");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "pagne.png", MimeType = "image/png", Buffer = await TestPicture.MakeAsync("png") });
        await page.ClickAsync("button.primary");
        await ShownAsync(page.Locator(".photos img"));
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "second.jpg", MimeType = "image/jpeg", Buffer = await TestPicture.MakeAsync() });
        await page.ClickAsync("button.primary");
        await Expect(page.Locator(".photos img")).ToHaveCountAsync(2);
        await Shots.TakeAsync(page, "/photos-page", width);

        await page.GotoAsync($"/products/{product}");
        await page.ClickAsync("details:has(.photos) summary");
        await ShownAsync(page.Locator("details .photos img").First);
        await Shots.TakeAsync(page, "/photos-form", width);

        await page.GotoAsync("/products");
        await ShownAsync(page.Locator("img.thumb:visible"));
        await Shots.TakeAsync(page, "/photos-list", width);
        Assert.Empty(await Axe.ViolationsAsync(page));

        await page.GotoAsync("/settings/playground");
        await page.FillAsync("#sim-form textarea", "Une photo du pagne wax svp");
        await page.PressAsync("#sim-form textarea", "Enter");
        await ShownAsync(page.Locator("#sim-thread img.sent-photo"));
        await Shots.TakeAsync(page, "/photos-playground", width);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_vendor_sees_the_picture_of_a_payment_beside_the_order_and_says_that_it_arrived(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison"));
        var order = await OrderPageTests.OrderedAsync(shop, change => SaveAsync(shop, change));
        await OrderPageTests.NoteReceiptAsync(shop, change => SaveAsync(shop, change), "screen.jpg");
        var picture = await TestPicture.MakeAsync(width: 500, height: 900);
        await SaveAsync(shop, db => db.Products.Single().ShowPhotos(["screen.jpg"]));
        await host.InShopAsync(shop, async services =>
        {
            await services.GetRequiredService<IFileStore>().SaveAsync("screen.jpg", picture, CancellationToken.None);
            return true;
        });

        await page.GotoAsync("/messages");
        await Expect(page.Locator("#inbox-list .convs a")).ToContainTextAsync("Reçu à vérifier");
        await Shots.TakeAsync(page, "/receipt-inbox", width);
        await page.GotoAsync("/dashboard");
        await Expect(page.Locator(".todo")).ToContainTextAsync("paiement à vérifier");
        await page.GotoAsync(order);
        await ShownAsync(page.Locator(".banner .photos img"));
        await ShownAsync(page.Locator("img.thumb"));
        await Shots.TakeAsync(page, "/receipt-order", width);
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.ClickAsync(".banner button.primary");

        await Expect(page.Locator(".order-state")).ToContainTextAsync("Payée");
        await Shots.TakeAsync(page, "/receipt-paid", width);
        Assert.Empty(_complaints);
    }

    /// <summary>The picture has come and has pixels.</summary>
    private static async Task ShownAsync(ILocator picture)
    {
        await Expect(picture).ToHaveCountAsync(1);
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("img => img.naturalWidth") > 0);
    }

    private Task<bool> SaveAsync(TenantId shop, Action<AppDbContext> change) => host.InShopAsync(shop, services => services.GetRequiredService<IUnitOfWork>().RunAsync(
        _ =>
        {
            change(services.GetRequiredService<AppDbContext>());
            return Task.FromResult(true);
        },
        kept => kept,
        CancellationToken.None));
}
