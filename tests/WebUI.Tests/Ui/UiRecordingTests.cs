using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Tests.Speech;
using WaSaas.WebUI.Tests.EndToEnd;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>In the playground the vendor speaks and shows pictures as a customer does; the speech service is a strict counterpart.</summary>
public sealed class UiRecordingTests : IAsyncLifetime
{
    private const string Page = "/settings/playground";

    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-voice-").FullName;
    private SpeechServer _speech = null!;
    private AssistantHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _speech = await SpeechServer.StartAsync();
        _host = new AssistantHost
        {
            More = new Dictionary<string, string?>
            {
                ["Speech:BaseUrl"] = _speech.BaseUrl, ["Speech:ApiKey"] = SpeechServer.Key, ["Speech:TranscriptionModel"] = "whisper-1",
            },
        };
        await _host.InitializeAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_the_microphone_hears_is_sent_as_a_voice_note_and_answered(int width)
    {
        _speech.Next(SpeechServer.Hears(new { text = "c'est combien le pagne ?" }));
        await using var browser = new Browser { More = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] };
        await browser.InitializeAsync();
        List<string> complaints = [];
        var page = await browser.OpenAsync(_host.Url, complaints, width);
        await StockedAsync(await Browser.SignUpAsync(page, "Maison"));
        await page.GotoAsync(Page);

        await page.ClickAsync("details:has(#sim-file) summary");
        await page.SetInputFilesAsync("#sim-file", new FilePayload { Name = "film.mp4", MimeType = "video/mp4", Buffer = new byte[SimulatedFiles.MaxBytes + 1] });
        await Expect(page.Locator("#sim-file-refused")).ToHaveTextAsync("Un fichier pèse au plus 12\u00a0Mo.");
        await Shots.TakeAsync(page, "/playground-file", width);
        await page.ClickAsync("[data-record-start]");
        await Expect(page.Locator("[data-record-status]")).ToHaveTextAsync("Enregistrement en cours…");
        await page.ClickAsync("[data-record-cancel]");
        await Expect(page.Locator("[data-record-start]")).ToBeVisibleAsync();
        await page.ClickAsync("[data-record-start]");
        await page.WaitForTimeoutAsync(1_500);
        await Shots.TakeAsync(page, "/playground-recording", width);
        await page.ClickAsync("[data-record-send]");

        await Expect(page.Locator("#sim-thread .msg.bot").Last).ToContainTextAsync("18 000 F");
        await Expect(page.Locator("#sim-thread .msg audio")).ToHaveCountAsync(1);
        await Expect(page.Locator("#sim-thread .said").First).ToHaveTextAsync("c'est combien le pagne ?");
        await Shots.TakeAsync(page, "/playground-recorded", width);
        Assert.Empty(_speech.Violations);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.getElementById('sim-file').value === ''"));
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_recording_with_its_words_typed_is_heard_by_nobody_and_kept_as_a_voice_note()
    {
        using var vendor = _host.Browse();
        var shop = await StockedAsync(await vendor.SignUpAsync("Maison"));

        using var said = await SendAsync(vendor, await SpokenAsync(), "c'est combien le pagne ?");

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Contains("18 000 F", await vendor.TextAsync(Page), StringComparison.Ordinal);
        Assert.Empty(_speech.Asked);
        var note = await NoteAsync(shop);
        Assert.Equal((MessageKind.Audio, "audio/ogg", 64), (note.Kind, note.Media!.Mime, Convert.FromBase64String(note.Media.Waveform!).Length));
        Assert.Equal(MediaType.Ogg, MediaType.OfContent((await ReadAsync(shop, note.File!)).AsSpan()));
    }

    [Fact]
    public async Task A_recording_that_the_service_cannot_hear_is_answered_with_a_request_to_write()
    {
        using var vendor = _host.Browse();
        await StockedAsync(await vendor.SignUpAsync("Maison"));

        using var said = await SendAsync(vendor, await SpokenAsync(), "");

        Assert.Contains("message vocal", await vendor.TextAsync(Page), StringComparison.Ordinal);
        Assert.NotEmpty(_speech.Asked);
    }

    [Fact]
    public async Task A_photo_is_made_anew_shown_and_asked_about()
    {
        using var vendor = _host.Browse();
        var shop = await StockedAsync(await vendor.SignUpAsync("Maison"));

        using var shown = await SendAsync(vendor, Png, "");

        Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        var photo = await NoteAsync(shop);
        Assert.Equal((MessageKind.Image, MediaType.Jpeg), (photo.Kind, MediaType.OfContent(await ReadAsync(shop, photo.File!))));
        Assert.Contains($"/media/{photo.File}", await vendor.ReadAsync(Page), StringComparison.Ordinal);

        using var again = await vendor.SubmitAsync(Page, "handler=Reset", []);
        Assert.False(await _host.InShopAsync(shop, services => services.GetRequiredService<IFileStore>().HasAsync(photo.File!, CancellationToken.None)));
    }

    [Fact]
    public async Task What_is_neither_sound_nor_photo_is_refused_in_words_and_leaves_nothing()
    {
        using var vendor = _host.Browse();
        var shop = await StockedAsync(await vendor.SignUpAsync("Maison"));

        await RefusedAsync(vendor, "<svg onload=alert(1)>"u8.ToArray(), "Envoyez un enregistrement");
        await RefusedAsync(vendor, new byte[SimulatedFiles.MaxBytes + 1], "Un fichier pèse au plus 12");
        await RefusedAsync(vendor, [], "Envoyez un enregistrement");
        await RefusedAsync(vendor, [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3, 4], "entend rien");
        await RefusedAsync(vendor, [0xFF, 0xD8, 0xFF, 1, 2, 3, 4], "photo lisible");

        Assert.Equal(0, await _host.InShopAsync(shop, services => services.GetRequiredService<AppDbContext>().Messages.CountAsync()));
    }

    [Fact]
    public async Task Only_this_page_may_ask_for_the_microphone()
    {
        using var vendor = _host.Browse();
        await vendor.SignUpAsync("Maison");

        using var answer = await vendor.GetAsync(Page);

        Assert.Equal("camera=(), geolocation=(), microphone=(self)", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
    }

    [Fact]
    public async Task The_privacy_page_names_who_hears_voice_notes()
    {
        using var visitor = _host.Browse("en");

        Assert.Contains("voice notes are sent to 127.0.0.1", WebUtility.HtmlDecode(await visitor.ReadAsync("/privacy")), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _speech.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One dot.</summary>
    private static byte[] Png => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private async Task<byte[]> SpokenAsync() => await File.ReadAllBytesAsync(await Speaker.WavAsync(_folder, "C'est combien le pagne ?"), TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> SendAsync(PageClient vendor, byte[] file, string text) =>
        vendor.SubmitAsync(Page, "handler=Say", new() { ["kind"] = "file", ["text"] = text }, file: file);

    private static async Task RefusedAsync(PageClient vendor, byte[] file, string sentence)
    {
        using var refused = await SendAsync(vendor, file, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private Task<Message> NoteAsync(TenantId shop) => _host.InShopAsync(
        shop, services => services.GetRequiredService<AppDbContext>().Messages.AsNoTracking().SingleAsync(m => m.Author == MessageAuthor.Customer));

    private async Task<byte[]> ReadAsync(TenantId shop, string file) =>
        (await _host.InShopAsync(shop, services => services.GetRequiredService<IFileStore>().ReadAsync(file, CancellationToken.None)))!;

    private async Task<TenantId> StockedAsync(string name)
    {
        var shop = await _host.ShopNamedAsync(name);
        await _host.SendAsync(shop, new AddProduct(new ProductDetails("Pagne wax", 18_000, 15_000, 8)));
        return shop;
    }
}
