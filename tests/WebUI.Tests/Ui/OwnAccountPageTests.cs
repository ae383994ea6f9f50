using Microsoft.Playwright;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The person's own details in the account's window, the dashboard, and the keys, in a real browser.</summary>
[Collection(nameof(UiTests))]
public sealed class OwnAccountPageTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Name_language_address_and_password_are_changed(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        await Browser.SignUpAsync(page, "Maison Adjoa");
        await page.GotoAsync("/account");
        await page.FillAsync("[name='Own.Name']", "Adjoa Dossou");
        await LookAsync(page, "/account-person", width);
        await page.ClickAsync("form[action*='handler=Save'] button");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Vos informations sont enregistrées");
        await Expect(page.Locator("#plan-badge b")).ToHaveTextAsync("Adjoa Dossou");

        var email = $"{Guid.NewGuid():n}@example.com";
        await page.GotoAsync("/account/email");
        await LookAsync(page, "/account-email", width);
        await page.FillAsync("[name='Input.Email']", email);
        await page.ClickAsync("button.primary");
        await Expect(page.Locator("#toasts")).ToContainTextAsync($"Un lien est parti à {email}");
        await page.GotoAsync(await Agents.LinkToAsync(host, email, "/change-email"));
        await LookAsync(page, "/change-email", width);
        await page.ClickAsync("button.primary");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Votre adresse a changé");

        await page.GotoAsync("/account/password");
        await page.FillAsync("[name='Input.Current']", "not this one");
        await page.FillAsync("[name='Input.Password']", "sept hiboux lisent dehors");
        await page.ClickAsync("button.primary");
        await Expect(page.Locator(".err").First).ToContainTextAsync("Ce n’est pas votre mot de passe actuel");
        await LookAsync(page, "/account-password", width);
        await page.FillAsync("[name='Input.Current']", "quatre tambours dorment ici");
        await page.FillAsync("[name='Input.Password']", "sept hiboux lisent dehors");
        await page.ClickAsync("button.primary");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Votre mot de passe a changé");

        await page.GotoAsync("/account");
        await page.SelectOptionAsync("[name='Own.Language']", "en");
        await page.ClickAsync("form[action*='handler=Save'] button");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Your details are saved");
        Assert.DoesNotContain(_complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_dashboard_shows_the_day_and_pauses_the_assistant(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await vendor.ConnectAsync();
        var heard = await vendor.HearAsync("Bonjour, le wax est à combien ?");
        await host.HandOffAsync(vendor.Shop, heard);
        await page.GotoAsync("/dashboard");

        await Expect(page.Locator(".tiles .tile")).ToHaveCountAsync(4);
        await Expect(page.Locator(".tiles")).ToContainTextAsync("Temps gagné");
        await LookAsync(page, "/dashboard", width);
        await page.ClickAsync(".conn button");
        await Expect(page.Locator(".conn")).ToContainTextAsync("En service");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Keys_move_search_reply_and_are_listed_and_can_be_switched_off()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await vendor.ConnectAsync();
        await vendor.HearAsync("Bonjour");
        await page.GotoAsync("/messages");

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".convs a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/messages/*");
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("#composer textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/j?");
        await Expect(page.Locator("#composer textarea")).ToHaveValueAsync("/j?");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await LookAsync(page, "/keys", 1280);
        await page.UncheckAsync("#keys input");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("input[type=search]")).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await page.CheckAsync("#keys input");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("input[type=search]")).ToBeFocusedAsync();
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_failed_message_offers_another_try_and_the_stop_shows_beside_an_open_thread(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await vendor.ConnectAsync();
        var heard = await vendor.HearAsync("Bonjour");
        await vendor.FailAsync(heard, "J’arrive.");
        await host.SendAsync(vendor.Shop, new SwitchAllAssistants(Active: false));
        try
        {
            await page.GotoAsync($"/messages/{heard.Value}");
            await Expect(page.Locator("#frame-banner .banner.bad")).ToBeVisibleAsync();
            await LookAsync(page, "/thread-stopped", width);
            await page.ClickAsync(".msg.me .again button");
            await Expect(page.Locator(".msg.me .again")).ToHaveCountAsync(0);
        }
        finally
        {
            await host.SendAsync(vendor.Shop, new SwitchAllAssistants(Active: true));
        }
    }

    private static async Task LookAsync(IPage page, string shot, int width)
    {
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), shot);
        await Shots.TakeAsync(page, shot, width);
    }
}
