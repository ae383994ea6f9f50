using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tests.Conversations;

/// <summary>Edits, deletions, reactions, live locations.</summary>
public sealed class ThreadChangeTests : IAsyncLifetime
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(15);

    private Installation _installation = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _installation = await Installation.StartAsync();
        _shop = await _installation.OpenShopAsync();
    }

    [Fact]
    public async Task An_edit_that_comes_before_the_answer_counts_with_its_new_words_and_the_old_are_kept()
    {
        var received = await HearAsync("A", "deux bazins");

        await ChangeAsync("B", MessageKind.Edit, "A", "trois bazins");
        _installation.Clock.Advance(Burst);
        await _shop.AnswerAsync(received.ConversationId);

        Assert.Equal(["trois bazins"], Assert.Single(_installation.Assistant.Asked).Incoming.Select(m => m.Text));
        var shown = (await _shop.ThreadAsync(received.ConversationId)).Messages[0];
        Assert.Equal(("trois bazins", "deux bazins"), (shown.Text, Assert.Single(shown.Changes!.Earlier)));
        Assert.Equal("A", shown.ExternalId);
    }

    [Fact]
    public async Task A_plan_for_words_that_were_changed_meanwhile_is_dropped_and_the_new_ones_are_answered()
    {
        var received = await HearAsync("A", "deux bazins");
        _installation.Clock.Advance(Burst);
        _installation.Assistant.Plan = async turn =>
        {
            if (turn.Incoming[0].Text == "deux bazins")
            {
                await ChangeAsync("B", MessageKind.Edit, "A", "trois bazins");
            }

            return ScriptedAssistant.Say($"re: {turn.Incoming[0].Text}");
        };

        Assert.Null(await _shop.AnswerAsync(received.ConversationId));
        _installation.Clock.Advance(Burst);
        await _shop.AnswerAsync(received.ConversationId);

        Assert.Equal(["re: trois bazins"], await AnswersAsync(received.ConversationId));
    }

    [Fact]
    public async Task A_message_that_is_taken_back_before_its_answer_is_not_answered()
    {
        var received = await HearAsync("A", "deux bazins");

        await ChangeAsync("B", MessageKind.Delete, "A");
        _installation.Clock.Advance(Burst);

        Assert.Null(await _shop.AnswerAsync(received.ConversationId));
        Assert.Empty(_installation.Assistant.Asked);
        Assert.Null((await _shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Fact]
    public async Task Of_several_messages_those_that_stand_are_answered()
    {
        var received = await HearAsync("A", "deux bazins");
        await HearAsync("B", "et un foulard");
        await ChangeAsync("C", MessageKind.Delete, "A");
        _installation.Clock.Advance(Burst);

        await _shop.AnswerAsync(received.ConversationId);

        Assert.Equal(["et un foulard"], Assert.Single(_installation.Assistant.Asked).Incoming.Select(m => m.Text));
    }

    [Fact]
    public async Task What_was_taken_back_is_gone_with_its_file_and_its_earlier_words()
    {
        await _shop.UseAsync<IFileStore, bool>(async files =>
        {
            await files.SaveAsync("a.jpg", [1], CancellationToken.None);
            return true;
        });
        var received = await SendAsync("A", new MessageContent(MessageKind.Image, "ma soeur") { File = "a.jpg" });
        await ChangeAsync("B", MessageKind.Edit, "A", "ma tante");

        await ChangeAsync("C", MessageKind.Delete, "A");

        var shown = Assert.Single((await _shop.ThreadAsync(received.ConversationId)).Messages);
        Assert.True(shown.IsDeleted);
        Assert.False(await _shop.UseAsync<IFileStore, bool>(files => files.HasAsync("a.jpg", CancellationToken.None)));
        Assert.All(await _shop.ReadAsync(db => Task.FromResult(db.Messages.ToList())), m => Assert.Null(m.Text));
        Assert.Equal((null, MessageKind.Delete), Assert.Single((await _shop.SendAsync(new GetInbox())).Rows) is var row ? (row.Preview, row.Kind) : default);
    }

    [Fact]
    public async Task Nobody_changes_what_the_other_side_said()
    {
        var received = await HearAsync("A", "deux bazins");
        _installation.Clock.Advance(Burst);
        await _shop.AnswerAsync(received.ConversationId);
        var answer = (await _shop.ThreadAsync(received.ConversationId)).Messages[^1];

        await ChangeAsync("B", MessageKind.Delete, answer.ExternalId);
        await ChangeAsync("C", MessageKind.Edit, answer.ExternalId, "gratuit");

        Assert.Equal((answer.Text, null), (await _shop.ThreadAsync(received.ConversationId)).Messages[^1] is var after ? (after.Text, after.Changes) : default);
    }

    [Fact]
    public async Task A_reaction_shows_on_its_message_and_neither_disturbs_the_answer_nor_moves_the_conversation()
    {
        var received = await HearAsync("A", "deux bazins");
        var before = await _shop.ConversationAsync(received.ConversationId);
        _installation.Clock.Advance(Burst);
        _installation.Assistant.Plan = async turn =>
        {
            await ChangeAsync("B", MessageKind.Reaction, "A", "👍");
            return ScriptedAssistant.Say("bien");
        };

        await _shop.AnswerAsync(received.ConversationId);

        Assert.Equal(["bien"], await AnswersAsync(received.ConversationId));
        var thread = await _shop.ThreadAsync(received.ConversationId);
        Assert.Equal((2, "👍"), (thread.Messages.Count, thread.Messages[0].Changes!.CustomerReaction));
        await ChangeAsync("C", MessageKind.Reaction, "A", "");
        Assert.Null((await _shop.ThreadAsync(received.ConversationId)).Messages[0].Changes!.CustomerReaction);
        Assert.Equal(before.LastIncomingSequence, (await _shop.ConversationAsync(received.ConversationId)).LastIncomingSequence);
        Assert.Null((await _shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Fact]
    public async Task The_vendors_reaction_on_her_phone_is_no_takeover()
    {
        var received = await HearAsync("A", "deux bazins");

        await SendAsync("B", new MessageContent(MessageKind.Reaction, "❤", TargetId: "A"), fromPhone: true);

        Assert.Equal(Responder.Assistant, (await _shop.ConversationAsync(received.ConversationId)).Responder);
        Assert.Equal("❤", (await _shop.ThreadAsync(received.ConversationId)).Messages[0].Changes!.ShopReaction);
    }

    [Fact]
    public async Task The_same_edit_told_twice_is_one()
    {
        var received = await HearAsync("A", "deux bazins");

        await ChangeAsync("B", MessageKind.Edit, "A", "trois bazins");
        await ChangeAsync("B", MessageKind.Edit, "A", "trois bazins");

        Assert.Equal(["deux bazins"], (await _shop.ThreadAsync(received.ConversationId)).Messages[0].Changes!.Earlier);
    }

    [Fact]
    public async Task A_change_of_something_that_was_never_here_is_shown_by_itself_and_not_answered()
    {
        var received = await ChangeAsync("B", MessageKind.Edit, "unknown", "trois bazins");

        Assert.Equal(MessageKind.Edit, Assert.Single((await _shop.ThreadAsync(received.ConversationId)).Messages).Kind);
        Assert.Null((await _shop.ConversationAsync(received.ConversationId)).TurnDueAt);
    }

    [Fact]
    public async Task The_first_point_of_a_live_location_is_answered_like_a_pin_and_later_ones_are_not()
    {
        var received = await SendAsync("A", Live(6.17, isUpdate: false));
        _installation.Clock.Advance(Burst);
        await _shop.AnswerAsync(received.ConversationId);

        await SendAsync("B", Live(6.18, isUpdate: true));
        _installation.Clock.Advance(Burst);

        Assert.Null(await _shop.AnswerAsync(received.ConversationId));
        var incoming = Assert.Single(Assert.Single(_installation.Assistant.Asked).Incoming);
        Assert.Equal((MessageKind.Location, 6.17), (incoming.Kind, incoming.Latitude));
        var shown = (await _shop.ThreadAsync(received.ConversationId)).Messages.Where(m => m.Author == MessageAuthor.Customer);
        Assert.Equal((new GeoPoint(6.17, 1.2), new GeoPoint(6.18, 1.2)), Assert.Single(shown) is var live ? (live.Pin!.Value, live.Changes!.MovedTo!.Value) : default);
    }

    [Fact]
    public async Task A_later_point_whose_first_one_was_never_seen_counts_as_the_first()
    {
        var received = await SendAsync("A", Live(6.18, isUpdate: true));
        _installation.Clock.Advance(Burst);

        Assert.NotNull(await _shop.AnswerAsync(received.ConversationId));
    }

    [Fact]
    public async Task The_list_names_what_came_last()
    {
        await SendAsync("A", new MessageContent(MessageKind.Document) { Media = new MessageMedia { FileName = "facture.pdf" } });
        Assert.Equal(("facture.pdf", MessageKind.Document), await RowAsync());

        await SendAsync("B", new MessageContent(MessageKind.Contact) { Details = new MessageDetails { Contacts = [new SharedContact("Ama", ["+228 1"])] } });
        Assert.Equal(("Ama", MessageKind.Contact), await RowAsync());

        await SendAsync("C", new MessageContent(MessageKind.Sticker));
        Assert.Equal((null, MessageKind.Sticker), await RowAsync());

        await ChangeAsync("D", MessageKind.Reaction, "A", "👍");
        Assert.Equal((null, MessageKind.Sticker), await RowAsync());
    }

    [Fact]
    public async Task A_poll_asks_with_what_it_lets_choose_between()
    {
        var received = await SendAsync("A", new MessageContent(MessageKind.Poll, "Lequel ?") { Details = new MessageDetails { Options = ["Bazin", "Wax"] } });
        _installation.Clock.Advance(Burst);

        await _shop.AnswerAsync(received.ConversationId);

        Assert.Equal("Lequel ? Bazin, Wax", Assert.Single(_installation.Assistant.Asked[^1].Incoming).Text);
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    private static MessageContent Live(double latitude, bool isUpdate) =>
        new(MessageKind.LiveLocation, null, latitude, 1.2) { Details = isUpdate ? new MessageDetails { IsUpdate = true } : null };

    private async Task<(string? Preview, MessageKind Kind)> RowAsync() => Assert.Single((await _shop.SendAsync(new GetInbox())).Rows) is var row ? (row.Preview, row.Kind) : default;

    private async Task<IEnumerable<string?>> AnswersAsync(ConversationId id) =>
        (await _shop.ThreadAsync(id)).Messages.Where(m => m.Author == MessageAuthor.Assistant).Select(m => m.Text);

    private Task<Received> HearAsync(string id, string text) => SendAsync(id, MessageContent.OfText(text));

    private Task<Received> ChangeAsync(string id, MessageKind kind, string target, string? text = null) => SendAsync(id, new MessageContent(kind, text, TargetId: target));

    private Task<Received> SendAsync(string id, MessageContent content, bool fromPhone = false) => _shop.SendAsync(new ReceiveMessage(
        Channel.WhatsApp, _shop.Session, id, "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", fromPhone, content, _installation.Clock.GetUtcNow()));
}
