using Microsoft.Playwright;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class ProductRowsBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task Rows_are_added_and_removed_without_a_reload_and_all_of_them_are_stored()
    {
        await using var host = await PageHost.StartAsync();
        var page = await browser.OpenAsync(host.Url, _complaints, width: 390);
        await page.GotoAsync("/products/add");
        await page.FillAsync("[name='Input.Name']", "Chemise");
        await page.FillAsync("[name='Input.Price']", "10000");
        await page.ClickAsync("summary:has-text('Variantes')");
        var section = page.Locator("details[open]");
        await Expect(section.Locator("[data-line]:visible")).ToHaveCountAsync(0);

        foreach (var name in new[] { "S", "M", "L", "XL", "XXL" })
        {
            await section.Locator("[data-add-line]").ClickAsync();
            await page.Keyboard.TypeAsync(name);
        }

        await section.Locator("[data-remove-line]:visible").Nth(1).ClickAsync();
        await Expect(section.Locator("[data-line]:visible")).ToHaveCountAsync(4);
        await page.ClickAsync("button.primary:has-text('Enregistrer')");
        await page.WaitForURLAsync("**/products");

        IReadOnlyList<string> stored = [];
        await host.SaveAsync(db => stored = [.. db.Products.Single().Variants.Select(v => v.Name)]);
        Assert.Equal(["S", "L", "XL", "XXL"], stored);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_scripts_there_are_empty_rows_to_write_in()
    {
        await using var host = await PageHost.StartAsync();
        var page = await browser.OpenAsync(host.Url, _complaints, width: 390, scripts: false);
        await page.GotoAsync("/products/add");

        await page.ClickAsync("summary:has-text('Prix par quantité')");

        await Expect(page.Locator("details[open] [data-line]:visible")).ToHaveCountAsync(3);
        await Expect(page.Locator("details[open] button:visible")).ToHaveCountAsync(0);
    }
}
