using Microsoft.Playwright;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>A real browser window on the installed Chromium.</summary>
public sealed class Screen : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Screen(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>What the page complained about: blocked by the policy, missing, broken scripts.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Screen> OpenAsync(Uri url, int width = 1280, string language = "fr")
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = url.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var screen = new Screen(playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                screen.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => screen.Complaints.Add(error);
        return screen;
    }

    public async Task<bool> FitsAsync() => await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    /// <summary>For people to look at, when the variable <c>SHOTS</c> names a folder.</summary>
    public async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
