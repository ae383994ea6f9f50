using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Retention;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Conversations;

public sealed class QuotedAndOldMediaTests
{
    [Fact]
    public async Task An_answer_to_a_photo_of_the_shop_is_about_its_product()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say() with { Replies = [new(Assistant.ReplyKind.Image, "Bazin riche") { Sku = "bazin-riche", File = "a.jpg" }] });
        var received = await shop.HearAsync("une photo ?");
        installation.Clock.Advance(TimeSpan.FromSeconds(15));
        await shop.AnswerAsync(received.ConversationId);
        var photo = await shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Sku != null));

        await SendAsync(installation, shop, MessageContent.OfText("celui-là c'est combien ?") with { QuotedId = photo.ExternalId });
        installation.Clock.Advance(TimeSpan.FromSeconds(15));
        await shop.AnswerAsync(received.ConversationId);

        Assert.Equal("bazin-riche", Assert.Single(installation.Assistant.Asked[^1].Incoming).Sku);
    }

    [Fact]
    public async Task Files_of_messages_go_when_the_plan_says_so_and_the_words_stay()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        await shop.UseAsync<IFileStore, bool>(async files =>
        {
            await files.SaveAsync("old.ogg", [1], CancellationToken.None);
            await files.SaveAsync("new.ogg", [1], CancellationToken.None);
            return true;
        });
        await SendAsync(installation, shop, new MessageContent(MessageKind.Audio, "le bazin ?") { File = "old.ogg" });
        installation.Clock.Advance(TimeSpan.FromDays(new RetentionOptions().StarterMediaDays + 1));
        await SendAsync(installation, shop, new MessageContent(MessageKind.Audio, "le wax ?") { File = "new.ogg" });

        Assert.True((await shop.SendAsync(new PurgeMedia())).IsOk);

        var notes = await shop.ReadAsync(db => db.Messages.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        Assert.Equal([("le bazin ?", null), ("le wax ?", "new.ogg")], notes.Select(m => (m.Text!, m.File)));
        Assert.False(await shop.UseAsync<IFileStore, bool>(files => files.HasAsync("old.ogg", CancellationToken.None)));
        Assert.True(await shop.UseAsync<IFileStore, bool>(files => files.HasAsync("new.ogg", CancellationToken.None)));
    }

    private static Task<Received> SendAsync(Installation installation, Shop shop, MessageContent content) => shop.SendAsync(new ReceiveMessage(
        Channel.WhatsApp, shop.Session, Guid.NewGuid().ToString("n"), "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", false, content, installation.Clock.GetUtcNow()));
}
