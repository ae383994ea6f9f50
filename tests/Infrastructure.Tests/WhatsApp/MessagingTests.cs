using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Messages both ways over the real gateway and the sandbox network.</summary>
[Collection(SandboxTests.Name)]
public sealed class MessagingTests(SandboxFixture sandbox) : IAsyncLifetime
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
    public async Task A_customer_is_answered_and_her_read_mark_comes_back()
    {
        var customer = await _shop.NewCustomerAsync("Kossi");

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "bonjour");

        var shown = Assert.Single(await _shop.ShownAsync(customer, 1));
        Assert.Equal("re: bonjour", shown.Text);
        await sandbox.Client.ReadAsync(customer, _shop.Phone);
        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Any(m => m.ExternalId == shown.Id && m.Status == MessageStatus.Read), "the read mark");
        var contact = await _shop.ReadAsync(db => db.Contacts.AsNoTracking().SingleAsync());
        Assert.Equal(("Kossi", "+" + customer), (contact.Name, contact.PhoneNumber));
        Assert.NotNull((await _shop.StatusAsync()).LastInboundAt);
    }

    [Fact]
    public async Task What_left_is_marked_as_such_before_any_receipt()
    {
        var customer = await _shop.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "bonjour");
        await _shop.ShownAsync(customer, 1);

        var answer = Assert.Single(await _shop.MessagesAsync(), m => m.Author == MessageAuthor.Assistant);

        Assert.NotNull(answer.RatchetedAt);
    }

    [Fact]
    public async Task A_ciphertext_that_comes_twice_is_one_message_and_one_answer()
    {
        var customer = await _shop.NewCustomerAsync();
        var id = await sandbox.Client.WriteAsync(customer, _shop.Phone, "one");
        await _shop.ShownAsync(customer, 1);

        await sandbox.Client.ResendAsync(customer, id);
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "two");

        Assert.Equal(["re: one", "re: two"], (await _shop.ShownAsync(customer, 2)).Select(m => m.Text));
        Assert.Equal(["one", "re: one", "two", "re: two"], (await _shop.MessagesAsync()).Select(m => m.Text));
    }

    [Fact]
    public async Task A_photo_from_the_shops_files_reaches_the_customers_phone_as_an_image()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, 4_000).Select(n => (byte)(n * 7))];
        await _host.InAsync<IFileStore, bool>(_shop.Id, async files =>
        {
            await files.SaveAsync(EchoAssistant.PhotoFile, picture, TestContext.Current.CancellationToken);
            return true;
        });
        var customer = await _shop.NewCustomerAsync();

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "photo");

        Assert.Equal("Bazin riche", Assert.Single(await _shop.ShownAsync(customer, 1)).Text);
        Assert.Equal(["image"], await sandbox.Client.KindsShownAsync(customer, _shop.Phone));
        var file = await Eventually.GetAsync(async () => await sandbox.Client.FilesShownAsync(customer, _shop.Phone) is [var first, ..] ? first : null, "the photo on the phone");
        Assert.Equal(("image/jpeg", true), (file["mimetype"]!.GetValue<string>(), file["intact"]!.GetValue<bool>()));
        Assert.Equal(picture, await File.ReadAllBytesAsync(file["path"]!.GetValue<string>(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_photo_that_is_not_in_the_shops_files_is_refused_for_good()
    {
        var customer = await _shop.NewCustomerAsync();

        await sandbox.Client.WriteAsync(customer, _shop.Phone, "photo");

        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Any(m => m is { Status: MessageStatus.Failed, FailureCode: "file_missing" }), "the refusal");
    }

    [Fact]
    public async Task What_the_vendor_writes_on_her_phone_is_kept_and_takes_over()
    {
        var customer = await _shop.NewCustomerAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "bonjour");
        await _shop.ShownAsync(customer, 1);

        await sandbox.Client.WriteFromPhoneAsync(_shop.Phone, customer, "c’est moi");

        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Any(m => m is { Author: MessageAuthor.Vendor, Text: "c’est moi" }), "the vendor's message");
        var conversation = await _shop.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        Assert.Equal(Responder.Person, conversation.Responder);
    }

    [Fact]
    public async Task A_gateway_that_is_killed_comes_back_with_its_numbers()
    {
        var customer = await _shop.NewCustomerAsync();
        await _host.KillGatewayAsync();
        await sandbox.Client.WriteAsync(customer, _shop.Phone, "still there?");

        Assert.Equal(["re: still there?"], (await _shop.ShownAsync(customer, 1)).Select(m => m.Text));
        await _shop.UntilAsync("connected");
        Assert.Equal(1, await sandbox.Client.DevicesAsync(_shop.Phone));
    }

    [Fact]
    public async Task What_comes_while_the_host_is_down_is_answered_once_after_the_start()
    {
        var customer = await _shop.NewCustomerAsync();
        await _host.DisposeAsync();
        foreach (var text in new[] { "un", "deux", "trois" })
        {
            await sandbox.Client.WriteAsync(customer, _shop.Phone, text);
        }

        _shop.Host = _host = await TestHost.StartAsync(_data, sandbox.Settings);

        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).Count(m => m.IsIncoming) == 3, "the three messages");
        Assert.Equal(["un", "deux", "trois"], (await _shop.MessagesAsync()).Where(m => m.IsIncoming).Select(m => m.Text));
        await Eventually.IsTrueAsync(async () => await _shop.ReadAsync(db => db.Conversations.AllAsync(c => c.TurnDueAt == null)), "the answers");
        await Eventually.IsTrueAsync(async () => (await _shop.MessagesAsync()).All(m => m.DueAt == null), "the receipts");
        var answers = (await sandbox.Client.ShownAsync(customer, _shop.Phone)).Select(m => m.Text).ToList();
        Assert.All(["un", "deux", "trois"], text => Assert.Single(answers, answer => answer.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_shops_hear_their_own_customers_only()
    {
        var other = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await other.LinkByQrAsync();
        var customer = await _shop.NewCustomerAsync();
        await Task.WhenAll(
            sandbox.Client.WriteAsync(customer, _shop.Phone, "to the first"),
            sandbox.Client.WriteAsync(customer, other.Phone, "to the second"));

        Assert.Equal(["re: to the first"], (await _shop.ShownAsync(customer, 1)).Select(m => m.Text));
        Assert.Equal(["re: to the second"], (await other.ShownAsync(customer, 1)).Select(m => m.Text));
        Assert.DoesNotContain(await _shop.MessagesAsync(), m => m.Text!.Contains("second", StringComparison.Ordinal));
        Assert.DoesNotContain(await other.MessagesAsync(), m => m.Text!.Contains("first", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
