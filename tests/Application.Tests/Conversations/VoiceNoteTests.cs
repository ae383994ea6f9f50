using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Conversations;

public sealed class VoiceNoteTests
{
    private readonly ScriptedEars _ears = new();

    [Fact]
    public async Task A_note_is_kept_and_written_down_before_it_is_answered()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);

        await AnswerAsync(installation, shop, received);

        var asked = Assert.Single(Assert.Single(installation.Assistant.Asked).Incoming);
        Assert.Equal(("le bazin est à combien ?", 0.9, true), (asked.Text, asked.Confidence, asked.IsVoice));
        var note = await NoteAsync(shop);
        Assert.EndsWith(".ogg", note.File, StringComparison.Ordinal);
        Assert.Equal((null, "audio/ogg"), (note.Media!.Source, note.Media.Mime));
        Assert.Equal(ScriptedEars.Note, await shop.UseAsync<IFileStore, byte[]?>(files => files.ReadAsync(note.File!, CancellationToken.None)));
        Assert.Equal(12, await shop.ReadAsync(db => db.UsageMeters.SumAsync(u => u.VoiceSeconds)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_yet_holds_the_answer_up_and_wakes_it_when_it_is_here()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);
        _ears.Fetch = () => new FetchedMedia(null, "media_unreachable", FetchAgain.Soon);

        Assert.Null(await AnswerAsync(installation, shop, received));
        Assert.Empty(installation.Assistant.Asked);
        _ears.Fetch = () => new FetchedMedia(ScriptedEars.Note);
        Assert.NotNull(await AnswerAsync(installation, shop, received));

        Assert.Equal(2, _ears.Fetches);
    }

    [Fact]
    public async Task A_file_that_never_comes_is_given_up_after_a_few_tries_and_the_customer_is_answered_without_it()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);
        _ears.Fetch = () => new FetchedMedia(null, "media_unreachable", FetchAgain.Soon);

        for (var attempt = 0; attempt < Message.MaxMediaAttempts; attempt++)
        {
            installation.Clock.Advance(TimeSpan.FromMinutes(2));
            await shop.AnswerAsync(received);
        }

        Assert.Equal(Message.MaxMediaAttempts, _ears.Fetches);
        Assert.Null(Assert.Single(Assert.Single(installation.Assistant.Asked).Incoming).Text);
        Assert.Equal("media_unreachable", (await NoteAsync(shop)).Media!.Failure);
    }

    [Fact]
    public async Task Without_a_connection_nothing_counts_as_a_try()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);
        _ears.Fetch = () => new FetchedMedia(null, Again: FetchAgain.WhenConnected);

        for (var attempt = 0; attempt < 2 * Message.MaxMediaAttempts; attempt++)
        {
            await AnswerAsync(installation, shop, received);
        }

        Assert.NotNull((await NoteAsync(shop)).MediaDueAt);
        Assert.Empty(installation.Assistant.Asked);
    }

    [Theory]
    [InlineData(HearingFailure.Unavailable, "voice_unavailable")]
    [InlineData(HearingFailure.Silence, "voice_silent")]
    [InlineData(HearingFailure.Unreadable, "voice_unreadable")]
    public async Task What_could_not_be_heard_is_kept_and_answered_and_costs_no_minutes(HearingFailure failure, string code)
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        _ears.Hear = () => Task.FromResult(Hearing.Failed(failure));
        var received = await HearNoteAsync(installation, shop);

        Assert.NotNull(await AnswerAsync(installation, shop, received));

        var note = await NoteAsync(shop);
        Assert.Equal((code, null), (note.Media!.Failure, note.Text));
        Assert.NotNull(note.File);
        Assert.Equal(0, await shop.ReadAsync(db => db.UsageMeters.SumAsync(u => u.VoiceSeconds)));
    }

    [Fact]
    public async Task Without_a_speech_service_the_note_is_kept_and_the_vendor_sees_why_nobody_listened()
    {
        _ears.IsConfigured = false;
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);

        await AnswerAsync(installation, shop, received);

        Assert.Equal(MessageMedia.NotConfigured, (await NoteAsync(shop)).Media!.Failure);
    }

    [Fact]
    public async Task A_note_that_is_too_long_for_the_plan_is_not_listened_to()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        var received = await HearNoteAsync(installation, shop, seconds: 10 * 60 / 4 + 1);

        await AnswerAsync(installation, shop, received);

        Assert.Equal("voice_too_long", (await NoteAsync(shop)).Media!.Failure);
        Assert.Null(_ears.Hints);
    }

    [Fact]
    public async Task A_file_that_is_too_large_for_the_plan_is_not_fetched_and_the_customer_is_answered()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        var received = await HearNoteAsync(installation, shop, bytes: (PlanTerms.Default.Starter.FileMegabytes * 1024L * 1024) + 1);

        await AnswerAsync(installation, shop, received);

        Assert.Equal(0, _ears.Fetches);
        Assert.Equal(MessageMedia.TooLarge, (await NoteAsync(shop)).Media!.Failure);
        Assert.Equal(MessageMedia.TooLarge, Assert.Single(Assert.Single(installation.Assistant.Asked).Incoming).Failure);
    }

    [Fact]
    public async Task A_file_that_is_larger_than_its_sender_says_is_not_kept()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        _ears.Fetch = () => new FetchedMedia(new byte[(PlanTerms.Default.Starter.FileMegabytes * 1024 * 1024) + 1]);
        var received = await HearNoteAsync(installation, shop, bytes: 1);

        await AnswerAsync(installation, shop, received);

        var note = await NoteAsync(shop);
        Assert.Equal((MessageMedia.TooLarge, null), (note.Media!.Failure, note.File));
        Assert.Null(_ears.Hints);
    }

    [Fact]
    public async Task When_the_months_minutes_are_used_up_nobody_listens()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        await shop.SaveAsync(db =>
        {
            var meter = new UsageMeter(shop.Id, UsageMeter.PeriodOf(Installation.Noon));
            meter.CountVoice(600);
            db.UsageMeters.Add(meter);
        });
        var received = await HearNoteAsync(installation, shop);

        await AnswerAsync(installation, shop, received);

        Assert.Equal(VoiceHearing.UsedUp, (await NoteAsync(shop)).Media!.Failure);
    }

    [Fact]
    public async Task A_transcript_that_the_vendor_puts_right_is_answered_when_she_says_so()
    {
        _ears.IsConfigured = false;
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await HearNoteAsync(installation, shop);
        await AnswerAsync(installation, shop, received);
        var note = await NoteAsync(shop);

        Assert.True((await shop.SendAsync(new CorrectTranscript(received, note.Id, " le wax en 6 yards ? ", Answer: true))).IsOk);
        await AnswerAsync(installation, shop, received);

        var asked = Assert.Single(installation.Assistant.Asked[^1].Incoming);
        Assert.Equal(("le wax en 6 yards ?", false), (asked.Text, asked.IsVoice));
        Assert.True((await NoteAsync(shop)).Media!.IsCorrected);
    }

    [Fact]
    public async Task Only_a_customers_voice_note_has_a_transcript_to_correct()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("bonjour");
        var text = await shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync());

        Assert.Equal(ConversationErrors.NoVoiceNote, (await shop.SendAsync(new CorrectTranscript(received.ConversationId, text.Id, "autre", false))).Error);
        var other = await installation.OpenShopAsync("Chez Awa");
        Assert.Equal(Error.NotFound, (await other.SendAsync(new CorrectTranscript(received.ConversationId, text.Id, "autre", false))).Error);
    }

    private static async Task<Message> NoteAsync(Shop shop) =>
        await shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Kind == MessageKind.Audio && m.Author == MessageAuthor.Customer));

    private static Task<Assistant.AssistantAnswer?> AnswerAsync(Installation installation, Shop shop, ConversationId conversation)
    {
        installation.Clock.Advance(TimeSpan.FromSeconds(15));
        return shop.AnswerAsync(conversation);
    }

    private static async Task<ConversationId> HearNoteAsync(Installation installation, Shop shop, int seconds = 12, long bytes = 4_000) => (await shop.SendAsync(new ReceiveMessage(
        Channel.WhatsApp,
        shop.Session,
        Guid.NewGuid().ToString("n"),
        "kossi@lid",
        [new Address(AddressKind.Lid, "kossi@lid")],
        null,
        "Kossi",
        false,
        new MessageContent(MessageKind.Audio) { Media = new MessageMedia { Source = "sealed", Seconds = seconds, Bytes = bytes } },
        installation.Clock.GetUtcNow()))).ConversationId;

    private Task<Installation> StartAsync() =>
        Installation.StartAsync(services => services.AddSingleton<ISpeechToText>(_ears).AddSingleton<IMediaSource>(_ears));
}
