using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Files of a shop over HTTP.</summary>
[Collection(nameof(UiTests))]
public sealed class UiMediaTests(UiHost host)
{
    private const string File = "0123456789abcdef0123456789abcdef.ogg";

    [Fact]
    public async Task A_file_is_played_in_parts_by_its_own_shop_and_is_not_there_for_another()
    {
        using var vendor = host.Browse();
        await SaveAsync(await vendor.SignUpAsync("Maison Adjoa"), File, [.. "OggS"u8, 5, 6, 7, 8]);

        using var part = new HttpRequestMessage(HttpMethod.Get, "/media/" + File) { Headers = { Range = new RangeHeaderValue(4, 5) } };
        using var answer = await vendor.SendAsync(part);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal([5, 6], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("audio/ogg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var other = host.Browse();
        await other.SignUpAsync("Chez Awa");
        using var refused = await other.GetAsync("/media/" + File);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task What_a_page_cannot_show_is_only_for_saving()
    {
        using var vendor = host.Browse();
        await SaveAsync(await vendor.SignUpAsync("Maison Adjoa"), "fedcba9876543210fedcba9876543210.bin", "<script>alert(1)</script>"u8.ToArray());

        using var answer = await vendor.GetAsync("/media/fedcba9876543210fedcba9876543210.bin");

        Assert.Equal(("application/octet-stream", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
    }

    private async Task SaveAsync(string shop, string file, byte[] content)
    {
        var saved = await host.InShopAsync(await host.ShopNamedAsync(shop), async services =>
        {
            var files = services.GetRequiredService<IFileStore>();
            await files.SaveAsync(file, content, CancellationToken.None);
            return await files.HasAsync(file, CancellationToken.None);
        });
        Assert.True(saved);
    }
}
