using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Whatever a customer's phone can send, over real Baileys on our side: stored sensibly, and no turn breaks.</summary>
[Collection(SandboxTests.Name)]
public sealed class KindTests(SandboxFixture sandbox) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private LinkedShop _shop = null!;
    private string _customer = "";

    public async ValueTask InitializeAsync()
    {
        // Time for second thoughts before the answer.
        _host = await TestHost.StartAsync(_data, new Dictionary<string, string?>(sandbox.Settings) { ["Conversations:DebounceMilliseconds"] = "4000" });
        _shop = await LinkedShop.OpenAsync(_host, sandbox.Client);
        await _shop.LinkByQrAsync();
        _customer = await _shop.NewCustomerAsync();
    }

    [Fact]
    public async Task Cards_polls_places_and_what_nobody_knows_are_kept_with_what_they_hold_and_answered()
    {
        await SendAsync(new { to = _shop.Phone, kind = "contact", contacts = new[] { new { name = "Ama", phone = "+22890000009" } } });
        await SendAsync(new { to = _shop.Phone, kind = "poll", text = "Lequel ?", options = new[] { "Bazin", "Wax" } });
        await SendAsync(new { to = _shop.Phone, kind = "live_location", latitude = 6.17, longitude = 1.21 });
        await SendAsync(new { to = _shop.Phone, kind = "event", text = "fête" });
        await SendAsync(new { to = _shop.Phone, text = "bientôt parti", expires = 86_400 });

        var kept = await KeptAsync(5);

        Assert.Equal([MessageKind.Contact, MessageKind.Poll, MessageKind.LiveLocation, MessageKind.Unsupported, MessageKind.Text], kept.Select(m => m.Kind));
        Assert.Equal(("Ama", "+22890000009"), Assert.Single(kept[0].Details!.Contacts) is var card ? (card.Name, Assert.Single(card.Phones)) : default);
        Assert.Equal(["Bazin", "Wax"], kept[1].Details!.Options);
        Assert.Equal(86_400, kept[4].Details!.ExpiresAfter);
        await Eventually.IsTrueAsync(async () => (await _shop.ReadAsync(db => Task.FromResult(db.Conversations.Single()))) is var c && c.AnsweredSequence == c.LastIncomingSequence, "all of it answered");
    }

    [Fact]
    public async Task A_sticker_is_downloaded_like_a_picture()
    {
        var path = Path.Combine(_data, "wave.webp");
        await File.WriteAllBytesAsync(path, [.. "RIFF"u8, 20, 0, 0, 0, .. "WEBPVP8 "u8, .. new byte[12]], TestContext.Current.CancellationToken);

        await sandbox.Client.SendFileAsync(_customer, _shop.Phone, "sticker", path);

        var sticker = await Eventually.GetAsync(async () => (await _shop.MessagesAsync()).Find(m => m is { Kind: MessageKind.Sticker, File: not null }), "the sticker");
        Assert.Equal("image/webp", sticker.Media!.Mime);
    }

    [Fact]
    public async Task An_edit_and_a_deletion_before_the_answer_change_what_is_answered_and_a_reaction_does_not()
    {
        var first = await SendAsync(new { to = _shop.Phone, text = "deux bazins" });
        var second = await SendAsync(new { to = _shop.Phone, text = "et un foulard" });
        await SendAsync(new { to = _shop.Phone, kind = "edit", targetId = first, text = "trois bazins" });
        await SendAsync(new { to = _shop.Phone, kind = "delete", targetId = second });
        await SendAsync(new { to = _shop.Phone, kind = "reaction", targetId = first, text = "👍" });

        Assert.Equal("re: trois bazins", (await _shop.ShownAsync(_customer, 1))[^1].Text);
        var kept = (await _shop.MessagesAsync()).Where(m => m is { IsIncoming: true, IsChange: false }).ToList();
        Assert.Equal(("trois bazins", "deux bazins", "👍"), (kept[0].Text, Assert.Single(kept[0].Changes!.Earlier), kept[0].Changes!.CustomerReaction));
        Assert.Equal((true, null), (kept[1].IsDeleted, kept[1].Text));
    }

    [Fact]
    public async Task A_message_for_one_look_is_said_to_have_come_and_nothing_of_it_is_kept()
    {
        await SendAsync(new { to = _shop.Phone, kind = "view_once" });

        var kept = Assert.Single(await KeptAsync(1));

        Assert.Equal((MessageKind.Unsupported, true, null), (kept.Kind, kept.Details!.IsViewOnce, kept.File));
        Assert.Single(await _shop.ShownAsync(_customer, 1));
    }

    [Fact]
    public async Task A_cart_is_read_before_it_is_answered()
    {
        await SendAsync(new
        {
            to = _shop.Phone,
            kind = "order",
            text = "ceci",
            items = new object[] { new { name = "Bazin riche", quantity = 2, price = 1, reference = "BAZ-1" }, new { name = "Foulard", quantity = 1, price = 1 } },
        });

        await _shop.ShownAsync(_customer, 1);
        var cart = Assert.Single(await KeptAsync(1));
        Assert.Equal([new ListedItem("BAZ-1", "Bazin riche", 2), new ListedItem(null, "Foulard", 1)], cart.Details!.Items);
        Assert.Equal((2, null, null), (cart.Details.ItemCount, cart.Media!.Source, cart.MediaDueAt));
    }

    [Fact]
    public async Task Answers_to_a_status_post_and_to_a_photo_of_the_shop_know_what_they_answer()
    {
        await SendAsync(new { to = _shop.Phone, text = "celui-là", quotedStatus = "Bazin riche bleu" });
        var status = (await KeptAsync(1))[0];

        Assert.Equal(("Bazin riche bleu", true), (status.Details!.QuotedText, status.Details.QuotesStatus));
        var shown = await _shop.ShownAsync(_customer, 1);
        await SendAsync(new { to = _shop.Phone, text = "oui", quotedId = shown[0].Id });
        Assert.Equal(shown[0].Id, (await KeptAsync(2))[1].QuotedId);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private Task<string> SendAsync(object message) => sandbox.Client.SendAsync(_customer, message);

    private Task<List<Message>> KeptAsync(int count) => Eventually.GetAsync(
        async () => (await _shop.MessagesAsync()).Where(m => m is { IsIncoming: true, IsChange: false, MediaDueAt: null }).ToList() is var kept && kept.Count >= count ? kept : null,
        $"{count} messages");
}
