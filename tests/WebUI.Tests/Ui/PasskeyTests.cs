using Microsoft.Playwright;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Passkeys in a real Chromium with its virtual authenticator, on a host that is called localhost: an address in figures has no passkeys.</summary>
[Collection(nameof(UiTests))]
public sealed class PasskeyTests(Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_vendor_adds_a_passkey_signs_in_with_it_and_removes_it(int width)
    {
        await using var place = await NamedHost.StartAsync();
        var page = await browser.OpenAsync(place.Host.Url, _complaints, width);
        await AuthenticatorAsync(page);
        await Browser.SignUpAsync(page, "Maison Adjoa");

        await AddPasskeyAsync(page, "Téléphone d’Adjoa", width);
        await page.GotoAsync("/account/security");
        await LookAsync(page, "/account/security", width);
        await page.ClickAsync("button:has-text('Me déconnecter ici')");
        await page.WaitForURLAsync("**/sign-in");
        await LookAsync(page, "/sign-in", width);
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/connect");

        await page.GotoAsync("/account/security");
        await Expect(page.Locator("main")).ToContainTextAsync("clé d’accès ·");
        await page.ClickAsync("[aria-label='Retirer Téléphone d’Adjoa']");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Téléphone d’Adjoa");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task An_operator_sets_up_a_passkey_before_the_pages_open_and_then_needs_it_after_the_password()
    {
        await using var place = await NamedHost.StartAsync();
        var page = await browser.OpenAsync(place.Host.Url, _complaints);
        await AuthenticatorAsync(page);
        await Operators.AppointAsync(place.Host, await place.Host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison")), proven: false);
        await page.GotoAsync("/ops/jobs");
        await Expect(page.Locator(".banner.warn").First).ToContainTextAsync("Vous gérez cette installation");

        await AddPasskeyAsync(page, "", 1280);
        await page.GotoAsync("/ops/jobs");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.EndsWith("/ops/jobs", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/account/security");
        var email = await page.Locator("main .muted").First.TextContentAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?returnUrl=/ops/jobs");
        await page.FillAsync("[name='Input.Email']", email!.Split(' ').Single(w => w.Contains('@', StringComparison.Ordinal)).Trim('.', ','));
        await page.FillAsync("[name='Input.Password']", "quatre tambours dorment ici");
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/sign-in/code**");
        await LookAsync(page, "/sign-in/code", 1280);
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/ops/jobs");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_passkey_that_nobody_knows_here_is_refused_in_plain_words()
    {
        await using var place = await NamedHost.StartAsync();
        var page = await browser.OpenAsync(place.Host.Url, _complaints);
        await AuthenticatorAsync(page);
        await Browser.SignUpAsync(page, "Maison");
        await AddPasskeyAsync(page, "", 1280);
        await page.GotoAsync("/account/security");
        await page.ClickAsync("section:has(h2:text('Clés d’accès')) .btn.danger");
        await Expect(page.Locator("main")).ToContainTextAsync("Clés d’accès");
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[data-passkey] button");

        await Expect(page.Locator("#error-summary")).ToContainTextAsync("n’est pas connue ici");
    }

    private static async Task AddPasskeyAsync(IPage page, string name, int width)
    {
        await page.GotoAsync("/account/security/passkey");
        await LookAsync(page, "/account/security/passkey", width);
        await page.FillAsync("[name='Input.Name']", name);
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/account/security/codes");
        await page.ClickAsync("main button.primary");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await LookAsync(page, "/account/security/codes", width);
    }

    private static async Task LookAsync(IPage page, string path, int width)
    {
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
        await Shots.TakeAsync(page, path.Replace("/account/security/", "/security-", StringComparison.Ordinal), width);
    }

    private static async Task AuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
