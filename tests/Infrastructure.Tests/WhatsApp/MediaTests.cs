using System.Runtime.InteropServices;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.Speech;
using WaSaas.Infrastructure.Tests.Speech;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Files both ways over the real gateway, the sandbox network and its media host.</summary>
[Collection(SandboxTests.Name)]
public sealed class MediaTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_data, sandbox.Settings);
        _shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _shop.LinkByQrAsync();
    }

    [Fact]
    public async Task A_voice_note_is_downloaded_kept_and_heard_before_it_is_answered()
    {
        var customer = await _shop.NewCustomerAsync();
        var spoken = (await new EspeakVoice(new VoiceNotes()).SpeakAsync("Bonjour, le bazin est à combien ?", "fr", TestContext.Current.CancellationToken))!;

        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "audio", await FileAsync("note.ogg", spoken.Ogg));

        Assert.Equal($"re: {spoken.Ogg.Length} bytes heard", Assert.Single(await _shop.ShownAsync(customer, 1)).Text);
        var note = Assert.Single(await _shop.MessagesAsync(), m => m.IsIncoming);
        Assert.Equal((MessageKind.Audio, spoken.Seconds, null), (note.Kind, note.Media!.Seconds, note.Media.Source));
        Assert.Equal(spoken.Ogg, await ReadAsync(note.File!));
    }

    [Fact]
    public async Task Photos_and_documents_are_kept_under_names_that_tell_nothing()
    {
        var customer = await _shop.NewCustomerAsync();
        byte[] picture = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 4_000).Select(n => (byte)(n * 7))];

        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "image", await FileAsync("bazin.jpg", picture), "il vous en reste ?");
        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "document", await FileAsync("facture.pdf", "%PDF-1.4 facture"u8.ToArray()));

        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Count(m => m is { IsIncoming: true, File: not null }) == 2, "both files");
        var files = (await _shop.MessagesAsync()).FindAll(m => m.IsIncoming);
        Assert.Equal(["image/jpeg", "application/pdf"], files.Select(m => m.Media!.Mime));
        Assert.Equal("il vous en reste ?", files[0].Text);
        Assert.Equal(picture, await ReadAsync(files[0].File!));
        Assert.All(files, m => Assert.Matches("^[0-9a-f]{32}\\.(jpg|pdf)$", m.File!));
    }

    [Fact]
    public async Task A_photo_that_WhatsApp_has_dropped_comes_from_the_vendors_phone_unless_she_has_it_no_more()
    {
        var (customer, other) = (await _shop.NewCustomerAsync(), await _shop.NewCustomerAsync());
        byte[] picture = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 2_000).Select(n => (byte)(n * 3))];
        var path = await FileAsync("bazin.jpg", picture);

        await sandbox.Client.FaultAsync(new { kind = "refuse_download" });
        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "image", path);
        await _shop.ShownAsync(customer, 1);
        await sandbox.Client.FaultAsync(new { kind = "refuse_download" });
        await sandbox.Client.FaultAsync(new { kind = "forget_file", phone = "+" + _shop.Phone });
        await sandbox.Client.SendFileAsync(other, _shop.Phone, "image", path);
        await _shop.ShownAsync(other, 1);

        var photos = (await _shop.MessagesAsync()).Where(m => m.IsIncoming).OrderBy(m => m.File is null).ToList();
        Assert.Equal(picture, await ReadAsync(photos[0].File!));
        Assert.Equal((null, MessageMedia.Gone, null), (photos[1].File, photos[1].Media!.Failure, photos[1].Media!.Source));
    }

    [Fact]
    public async Task What_came_just_before_the_host_died_is_fetched_after_the_next_start()
    {
        var customer = await _shop.NewCustomerAsync();
        await _host.DisposeAsync();
        var path = await FileAsync("note.ogg", (await new EspeakVoice(new VoiceNotes()).SpeakAsync("Bonjour", "fr", TestContext.Current.CancellationToken))!.Ogg);
        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "audio", path);

        _shop.Host = _host = await TestHost.StartAsync(_data, sandbox.Settings);

        Assert.EndsWith("bytes heard", Assert.Single(await _shop.ShownAsync(customer, 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_speaks_is_answered_by_a_note_that_plays_and_its_figures_are_written_as_well()
    {
        await using var speech = await SpeechServer.StartAsync(SpeechServer.Hears(new { text = "le bazin à 15 000 ?" }));
        await _host.DisposeAsync();
        _shop.Host = _host = await TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings)
        {
            ["Speech:BaseUrl"] = speech.BaseUrl, ["Speech:ApiKey"] = SpeechServer.Key, ["Speech:TranscriptionModel"] = "whisper-1",
        });
        await _host.InAsync<AppDbContext, int>(_shop.Id, db =>
        {
            var shop = db.Tenants.Single();
            shop.ChangeSales(shop.Sales with { VoiceReplies = true });
            return db.SaveChangesAsync();
        });
        var customer = await _shop.NewCustomerAsync();
        var ct = TestContext.Current.CancellationToken;

        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "audio", await FileAsync("note.ogg", (await new EspeakVoice(new VoiceNotes()).SpeakAsync("Le bazin à quinze mille ?", "fr", ct))!.Ogg));

        Assert.Equal("re: le bazin à 15 000 ?", (await _shop.ShownAsync(customer, 2))[1].Text);
        Assert.Empty(speech.Violations);
        Assert.Equal(["audio", "text"], await sandbox.Client.KindsShownAsync(customer, _shop.Phone));
        var note = await Eventually.GetAsync(async () => await sandbox.Client.FilesShownAsync(customer, _shop.Phone) is [var first, ..] ? first : null, "the note on the phone");
        Assert.Equal("audio/ogg; codecs=opus", note["mimetype"]!.GetValue<string>());
        Assert.True(note["intact"]!.GetValue<bool>());
        var wav = (await ChildProcess.RunAsync("opusdec", ["--quiet", "--rate", "16000", "--force-wav", note["path"]!.GetValue<string>(), "-"], default, TimeSpan.FromSeconds(20), ct))!;
        var samples = MemoryMarshal.Cast<byte, short>(wav.AsSpan(44)).ToArray();
        Assert.InRange(samples.Length / 16_000.0, note["seconds"]!.GetValue<double>() - 1, note["seconds"]!.GetValue<double>());
        Assert.InRange(10 * Math.Log10(samples.Average(s => Math.Pow(s / 32_768.0, 2))), -35, -5);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private Task<byte[]?> ReadAsync(string file) => _host.InAsync<IFileStore, byte[]?>(_shop.Id, files => files.ReadAsync(file, TestContext.Current.CancellationToken));

    private async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(_data, name);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
