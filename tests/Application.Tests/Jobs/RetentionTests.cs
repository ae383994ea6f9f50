using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Retention;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Application.Tests.Jobs;

public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_older_than_its_age_goes_and_what_was_not_read_stays()
    {
        await using var town = await Installation.StartAsync();
        var shop = await town.OpenShopAsync();
        await shop.SaveAsync(db => db.AddRange(
            Row(shop, "old", 1, town.Clock.GetUtcNow()),
            Row(shop, "unread", 2, null),
            new WhatsAppSentContent { TenantId = shop.Id, SessionId = shop.Session, MessageId = "M1", RatchetedAt = town.Clock.GetUtcNow() }));

        town.Clock.Advance(TimeSpan.FromDays(15));
        await shop.SaveAsync(db => db.Add(Row(shop, "fresh", 3, town.Clock.GetUtcNow())));
        await shop.SendAsync(new PurgeShop());

        Assert.Equal(["fresh", "unread"], await shop.ReadAsync(db => db.WhatsAppJournal.Select(r => r.Hash).OrderBy(h => h).ToListAsync()));
        Assert.Empty(await shop.ReadAsync(db => db.WhatsAppSentContents.ToListAsync()));
    }

    [Fact]
    public async Task Old_simulations_go_with_all_they_left_and_a_customers_conversation_stays()
    {
        await using var town = await Installation.StartAsync();
        var shop = await town.OpenShopAsync();
        await HearAsync(shop, Channel.Simulator, AddressKind.Simulator, "trial");
        await HearAsync(shop, Channel.WhatsApp, AddressKind.Lid, "kossi@lid");

        town.Clock.Advance(TimeSpan.FromDays(31));
        await shop.SendAsync(new PurgeShop());

        Assert.Equal(Channel.WhatsApp, Assert.Single(await shop.ReadAsync(db => db.Conversations.ToListAsync())).Channel);
        Assert.Single(await shop.ReadAsync(db => db.Contacts.ToListAsync()));
        Assert.Single(await shop.ReadAsync(db => db.Messages.ToListAsync()));
    }

    [Fact]
    public async Task Old_simulations_take_their_files_off_the_disk_and_photos_of_products_stay()
    {
        await using var town = await Installation.StartAsync();
        var shop = await town.OpenShopAsync();
        var heard = await HearAsync(shop, Channel.Simulator, AddressKind.Simulator, "trial", new MessageContent(MessageKind.Audio) { File = await shop.FileAsync("note.ogg") });
        var photo = await shop.FileAsync("bazin.jpg");
        town.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say() with { Replies = [new(Assistant.ReplyKind.Image, "Bazin") { Sku = "bazin", File = photo }] });
        town.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.NotNull(await shop.AnswerAsync(heard.ConversationId));
        Assert.Equal(2, town.FilesOnDisk);

        town.Clock.Advance(TimeSpan.FromDays(31));
        await shop.SendAsync(new PurgeShop());

        Assert.Equal(1, town.FilesOnDisk);
    }

    [Fact]
    public async Task A_simulation_that_is_begun_anew_leaves_no_file_behind()
    {
        await using var town = await Installation.StartAsync();
        var shop = await town.OpenShopAsync();
        await HearAsync(shop, Channel.Simulator, AddressKind.Simulator, "trial", new MessageContent(MessageKind.Image) { File = await shop.FileAsync("photo.jpg") });

        await shop.SendAsync(new ForgetSimulation("trial"));

        Assert.Equal(0, town.FilesOnDisk);
    }

    [Fact]
    public async Task One_shops_clean_up_leaves_the_others_alone()
    {
        await using var town = await Installation.StartAsync();
        var (shop, other) = (await town.OpenShopAsync(), await town.OpenShopAsync("Autre"));
        await other.SaveAsync(db => db.Add(Row(other, "old", 1, town.Clock.GetUtcNow())));

        town.Clock.Advance(TimeSpan.FromDays(400));
        await shop.SendAsync(new PurgeShop());

        Assert.Single(await other.ReadAsync(db => db.WhatsAppJournal.ToListAsync()));
    }

    private static Task<Received> HearAsync(Shop shop, Channel channel, AddressKind kind, string address, MessageContent? content = null) => shop.SendAsync(new ReceiveMessage(
        channel,
        channel == Channel.Simulator ? null : shop.Session,
        Guid.NewGuid().ToString("n"),
        address,
        [new Address(kind, address)],
        null,
        "Kossi",
        false,
        content ?? MessageContent.OfText("Bonjour"),
        Installation.Noon));

    private static WhatsAppJournalRow Row(Shop shop, string hash, long number, DateTimeOffset? processed) => new()
    {
        TenantId = shop.Id, SessionId = shop.Session, Hash = hash, Number = number, ReceivedAt = Installation.Noon, ProcessedAt = processed,
    };
}
