using System.Net;
using System.Text.RegularExpressions;
using WaSaas.WebUI.Live;
using WaSaas.WebUI.Tests.Ui.Support;
using Microsoft.Extensions.DependencyInjection;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The stream of a page over HTTP: what a browser that was away gets to see.</summary>
[Collection(nameof(UiTests))]
public sealed partial class UiStreamTests(UiHost host)
{
    [Fact]
    public async Task What_happened_between_drawing_and_connecting_is_drawn_and_nothing_of_another_shop()
    {
        using var vendor = host.Browse();
        var number = new ShopNumber(host, await host.ShopNamedAsync(await vendor.SignUpAsync("Maison")));
        using var other = host.Browse();
        var stranger = new ShopNumber(host, await host.ShopNamedAsync(await other.SignUpAsync("Chez Awa")));
        await number.ConnectAsync();
        await stranger.ConnectAsync();
        var page = WebUtility.HtmlDecode(LiveAddress().Match(await vendor.ReadAsync("/messages")).Groups[1].Value);
        Assert.StartsWith("/live?page=messages&after=", page, StringComparison.Ordinal);

        await stranger.HearAsync("Ceci n’est pas pour vous");
        await number.HearAsync("Bonjour, le bazin ?");

        var message = await FirstMessageAsync(vendor, page);
        Assert.Matches(@"^id: \d+\n", message);
        Assert.Contains("hx-target=\"#inbox-list\"", message, StringComparison.Ordinal);
        Assert.Contains("Bonjour, le bazin", message, StringComparison.Ordinal);
        Assert.DoesNotContain("pas pour vous", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_comes_back_after_a_restart_gets_its_page_anew()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        var message = await FirstMessageAsync(vendor, "/live?page=connect&after=1");

        Assert.Contains("hx-target=\"#connect\"", message, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_event_that_arrived_counts_more_than_the_pages_number()
    {
        using var vendor = host.Browse();
        var number = new ShopNumber(host, await host.ShopNamedAsync(await vendor.SignUpAsync("Maison")));
        await number.ConnectAsync();
        var seen = host.Services.GetRequiredService<LiveHub>().Now;
        await number.HearAsync("Un");

        var message = await FirstMessageAsync(vendor, "/live?page=connect&after=1", seen);

        // A message concerns the frame only: Connect itself is not drawn again.
        Assert.DoesNotContain("hx-target=\"#connect\"", message, StringComparison.Ordinal);
        Assert.Contains("hx-target=\"#side-nav\"", message, StringComparison.Ordinal);
    }

    private static async Task<string> FirstMessageAsync(PageClient client, string address, long? seen = null)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (seen is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        using var answer = await client.StreamAsync(request);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
        var message = new List<string>();
        while (await lines.ReadLineAsync(ct) is { } line && !(line.Length == 0 && message.Any(l => l.StartsWith("data:", StringComparison.Ordinal))))
        {
            if (line.Length > 0 && line[0] != ':')
            {
                message.Add(line);
            }
        }

        return WebUtility.HtmlDecode(string.Join('\n', message));
    }

    [GeneratedRegex("hx-sse:connect=\"([^\"]*)\"")]
    private static partial Regex LiveAddress();
}
