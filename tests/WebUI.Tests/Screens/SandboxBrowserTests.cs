using Microsoft.Playwright;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class SandboxBrowserTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Both_sides_are_played_in_a_browser(int width)
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var host = await PageHost.StartAsync(sandbox);
        await using var screen = await Screen.OpenAsync(host.Url, width);
        var page = screen.Page;

        await page.GotoAsync("/sandbox");
        await screen.ShootAsync($"sandbox-1-empty-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer le téléphone" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter le client" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Scanner le code affiché" }).ClickAsync();
        await page.GetByText("Aucun code à scanner").WaitForAsync();
        await screen.ShootAsync($"sandbox-2-no-code-{width}");

        var customers = page.Locator("#customer-thread");
        var vendors = page.Locator("#vendor-thread");
        var composer = page.GetByLabel("Écrire en tant que");
        await page.GetByRole(AriaRole.Button, new() { Name = "How much is the fabric?" }).ClickAsync();
        await vendors.GetByText("How much is the fabric?").WaitForAsync();

        var byHand = page.GetByLabel("depuis le téléphone");
        await byHand.FillAsync("8 000 F le mètre.");
        await composer.FillAsync("Trop cher");
        await byHand.PressAsync("Enter");
        await customers.GetByText("8 000 F le mètre.").WaitForAsync();
        Assert.Equal("", await byHand.InputValueAsync());

        // Two looks later what the customer types is still there.
        await vendors.GetByText("lu", new() { Exact = true }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("Trop cher", await composer.InputValueAsync());
        await screen.ShootAsync($"sandbox-3-chat-{width}");

        Assert.True(await screen.FitsAsync());
        Assert.DoesNotContain(screen.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }
}
