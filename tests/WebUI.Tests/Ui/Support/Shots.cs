using Microsoft.Playwright;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>Pictures for people who look at them: written only when <c>UI_SHOTS</c> names a folder.</summary>
public static class Shots
{
    public static async Task TakeAsync(IPage page, string path, int width)
    {
        if (Environment.GetEnvironmentVariable("UI_SHOTS") is { Length: > 0 } folder)
        {
            var name = path.Trim('/').Split('/') is [var first, var second] && second.Length < 30 ? $"{first}-{second}" : path.Trim('/').Replace('/', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name[..Math.Min(30, name.Length)]}-{width}.png"), FullPage = true });
        }
    }
}
