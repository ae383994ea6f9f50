using Microsoft.Playwright;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>A real Chromium, once for all browser tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>What this one is started with besides.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        // Machines that build at the same time are slow; a sentence that never comes still fails.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", .. More],
        });
    }

    /// <summary>A fresh visitor; what the console complains about ends up in <paramref name="complaints"/>.</summary>
    public async Task<IPage> OpenAsync(Uri url, List<string> complaints, int width = 1280, int height = 860, bool scripts = true, string locale = "fr-FR")
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = url.ToString(),
            Locale = locale,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(complaints, message);
        page.PageError += (_, error) => complaints.Add(error);
        return page;
    }

    /// <summary>Opens a shop and stands on Connect.</summary>
    public static async Task<string> SignUpAsync(IPage page, string name)
    {
        var unique = $"{name} {Guid.NewGuid():n}"[..(name.Length + 9)];
        await page.GotoAsync("/sign-up");
        await page.FillAsync("[name='Input.ShopName']", unique);
        await page.FillAsync("[name='Input.Email']", $"{Guid.NewGuid():n}@example.com");
        await page.FillAsync("[name='Input.Password']", "quatre tambours dorment ici");
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/connect");
        return unique;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static void Note(List<string> complaints, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            complaints.Add(message.Text);
        }
    }
}
