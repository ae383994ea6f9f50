using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Delivery;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.Tests.Llm;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Pictures both ways over the real gateway and the sandbox network, with the real assistant behind it.</summary>
[Collection(SandboxTests.Name)]
public sealed class PictureTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private FakeProvider _model = null!;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await FakeProvider.StartAsync(FakeProvider.Says("""{"kind":"article","references":["bazin-riche"],"words":"bazin"}"""));
        _host = await TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings)
        {
            [TestHost.RealAssistant] = "true", ["Llm:BaseUrl"] = _model.BaseUrl, ["Llm:ApiKey"] = FakeProvider.Key, ["Llm:Model"] = "small-1", ["Llm:Vision"] = "true",
        });
        _shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _host.SendAsync(_shop.Id, new AddProduct(new ProductDetails("Bazin riche", 15_750, 13_333, 8)));
        await _host.SendAsync(_shop.Id, new AddZone(new ZoneDetails("Tokoin", 1_500)));
        await _shop.LinkByQrAsync();
    }

    [Fact]
    public async Task A_product_s_photo_arrives_byte_by_byte_with_its_name_and_price()
    {
        var product = (await _host.SendAsync(_shop.Id, new ListProducts())).Rows.Single().Id;
        var photo = await PhotoAsync();
        Assert.True((await _host.InAsync<ProductPhotos, Domain.Common.Result>(_shop.Id, photos => photos.AddAsync(product, photo, _ct))).IsOk);
        var customer = await _shop.NewCustomerAsync();

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "Une photo du bazin riche svp");

        Assert.Equal("Bazin riche, 15 750 F", (await _shop.ShownAsync(customer, 2))[^1].Text.Replace('\u00a0', ' '));
        var shown = await Eventually.GetAsync(async () => await sandbox.Client.FilesShownAsync(customer, _shop.Phone) is [var first, ..] ? first : null, "the photo on the phone");
        Assert.Equal(("image/jpeg", true), (shown["mimetype"]!.GetValue<string>(), shown["intact"]!.GetValue<bool>()));
        var stored = (await _shop.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(_ct))).Photos[0];
        Assert.Equal(await FileAsync(stored), await File.ReadAllBytesAsync(shown["path"]!.GetValue<string>(), _ct));
    }

    [Fact]
    public async Task A_customer_s_photo_is_shown_to_the_model_as_the_shop_allows_it_and_asked_about()
    {
        await _host.SendAsync(_shop.Id, new ChangeModelConsent(Given: true));
        var customer = await _shop.NewCustomerAsync();

        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "image", await WrittenAsync(await PhotoAsync()));

        Assert.Contains("« Bazin riche »", Assert.Single(await _shop.ShownAsync(customer, 1)).Text, StringComparison.Ordinal);
        Assert.Empty(_model.Violations);
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task A_receipt_waits_for_the_vendor_with_its_picture_and_no_model_sees_it()
    {
        await _host.SendAsync(_shop.Id, new ChangeModelConsent(Given: false));
        var customer = await _shop.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "Bonjour, je prends un bazin riche, livraison à Tokoin. Je m'appelle Afi Mensah, 90 12 34 56");
        await Eventually.IsTrueAsync(async () => await _shop.ReadAsync(db => db.Recaps.AnyAsync(r => r.SentSequence != null, _ct)), "the summary");
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "oui je confirme");
        await Eventually.IsTrueAsync(async () => await _shop.ReadAsync(db => db.Orders.AnyAsync(_ct)), "the order");
        await sandbox.Client.SendFileAsync(customer, _shop.Phone, "image", await WrittenAsync(await PhotoAsync()), "voici le reçu");

        await Eventually.IsTrueAsync(async () => (await sandbox.Client.ShownAsync(customer, _shop.Phone)).Any(m => m.Text.Contains("vérifier le paiement", StringComparison.Ordinal)), "the answer");
        var order = await _shop.ReadAsync(db => db.Orders.AsNoTracking().SingleAsync(_ct));
        var picture = Assert.Single(await _shop.MessagesAsync(), m => m.Kind == MessageKind.Image);
        Assert.Equal((PaymentState.ReceiptToCheck, 0L), (order.Payment.State, order.Payment.Received));
        Assert.Equal([picture.Id], order.Payment.Receipts);
        Assert.NotNull(await FileAsync(picture.File!));
        Assert.Empty(_model.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _model.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private Task<byte[]?> FileAsync(string file) => _host.InAsync<IFileStore, byte[]?>(_shop.Id, files => files.ReadAsync(file, _ct));

    private async Task<string> WrittenAsync(byte[] picture)
    {
        var path = Path.Combine(_data, "sent.jpg");
        await File.WriteAllBytesAsync(path, picture, _ct);
        return path;
    }

    private async Task<byte[]> PhotoAsync() => (await ChildProcess.RunAsync(
        "ffmpeg",
        ["-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=640x480:rate=1:duration=1", "-frames:v", "1", "-c:v", "mjpeg", "-f", "image2pipe", "pipe:1"],
        ReadOnlyMemory<byte>.Empty,
        TimeSpan.FromSeconds(60),
        _ct))!;
}
