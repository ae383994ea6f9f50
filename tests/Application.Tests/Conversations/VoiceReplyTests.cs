using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Conversations;

public sealed class VoiceReplyTests
{
    private readonly ScriptedEars _ears = new();
    private readonly Mouth _mouth = new();

    [Fact]
    public async Task A_plain_answer_to_a_voice_note_is_spoken_and_not_written()
    {
        var thread = await AnswersAsync("Oui, le bazin riche est disponible.");

        var note = Assert.Single(thread);
        Assert.Equal((MessageKind.Audio, "Oui, le bazin riche est disponible.", 3), (note.Kind, note.Text, note.Media!.Seconds));
        Assert.NotNull(note.File);
    }

    [Fact]
    public async Task Figures_are_spoken_in_words_and_written_as_figures()
    {
        var thread = await AnswersAsync("Le bazin riche est à 15 750 F.");

        Assert.Equal([MessageKind.Audio, MessageKind.Text], thread.Select(m => m.Kind));
        Assert.DoesNotContain(_mouth.Said!, char.IsDigit);
    }

    [Theory]
    [InlineData("Voici :\n- le bazin\n- le wax")]
    [InlineData("Regardez www.example.com")]
    public async Task Lists_and_links_are_only_written(string answer) =>
        Assert.Equal([MessageKind.Text], (await AnswersAsync(answer)).Select(m => m.Kind));

    [Fact]
    public async Task A_long_answer_is_only_written() =>
        Assert.Equal([MessageKind.Text], (await AnswersAsync(new string('a', VoiceReplies.LongestText + 1))).Select(m => m.Kind));

    [Fact]
    public async Task A_shop_that_does_not_want_it_writes() =>
        Assert.Equal([MessageKind.Text], (await AnswersAsync("Oui.", wanted: false)).Select(m => m.Kind));

    [Fact]
    public async Task A_plan_without_spoken_answers_writes() =>
        Assert.Equal([MessageKind.Text], (await AnswersAsync("Oui.", plan: Plan.Starter)).Select(m => m.Kind));

    [Fact]
    public async Task A_voice_that_fails_leaves_the_answer_as_it_was_written()
    {
        _mouth.IsMute = true;

        Assert.Equal([MessageKind.Text], (await AnswersAsync("Oui.")).Select(m => m.Kind));
    }

    private async Task<IReadOnlyList<ThreadMessage>> AnswersAsync(string answer, bool wanted = true, Plan plan = Plan.Business)
    {
        await using var installation = await Installation.StartAsync(
            services => services.AddSingleton<ISpeechToText>(_ears).AddSingleton<IMediaSource>(_ears).AddSingleton<ITextToSpeech>(_mouth));
        var shop = await installation.OpenShopAsync(plan: plan);
        await shop.ChangeAsync(tenant => tenant.ChangeSales(tenant.Sales with { VoiceReplies = wanted }));
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say(answer));
        var received = await shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, shop.Session, "note", "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", false,
            new MessageContent(MessageKind.Audio) { Media = new MessageMedia { Source = "sealed", Seconds = 4 } }, installation.Clock.GetUtcNow()));
        installation.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.NotNull(await shop.AnswerAsync(received.ConversationId));
        return [.. (await shop.ThreadAsync(received.ConversationId)).Messages.Where(m => m.Author == MessageAuthor.Assistant)];
    }

    private sealed class Mouth : ITextToSpeech
    {
        public bool IsConfigured => true;

        public bool IsMute { get; set; }

        public string? Said { get; private set; }

        public Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct)
        {
            Said = text;
            return Task.FromResult(IsMute ? null : new VoiceNote([.. "OggS"u8], 3, new byte[VoiceNote.WaveformLength]));
        }
    }
}
