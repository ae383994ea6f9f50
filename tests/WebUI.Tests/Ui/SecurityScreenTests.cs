using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The pages about how somebody signs in, as a browser draws them.</summary>
[Collection(nameof(UiTests))]
public sealed class SecurityScreenTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(390, "fr-FR")]
    [InlineData(390, "en-GB")]
    [InlineData(1280, "fr-FR")]
    [InlineData(1280, "en-GB")]
    public async Task The_pages_fit_and_have_no_violation_in_both_languages(int width, string locale)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width, locale: locale);
        await Browser.SignUpAsync(page, "Maison Adjoa");
        foreach (var path in new[] { "/account/security", "/account/security/passkey", "/account/security/authenticator", "/account/prove" })
        {
            await page.GotoAsync(path);
            Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
            Assert.Empty(await Axe.ViolationsAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
            await Shots.TakeAsync(page, $"{locale[..2]}/{path[9..].Replace('/', '-')}", width);
        }

        Assert.Empty(_complaints);
    }
}
