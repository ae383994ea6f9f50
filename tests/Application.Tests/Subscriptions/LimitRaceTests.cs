using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>Twenty at once, and of a month's share one is left: one gets it. All of them are on their way before the first arrives.</summary>
public sealed class LimitRaceTests
{
    private const int Many = 20;

    private readonly ScriptedEars _ears = new();
    private readonly Mouth _mouth = new();
    private readonly Gate _gate = new(Many);

    [Fact]
    public async Task Of_twenty_turns_with_one_answer_left_one_is_answered_by_the_model_and_the_rest_by_the_embedded_assistant()
    {
        await using var installation = await StartAsync();
        var limit = PlanTerms.Default.Starter.AssistantTurns;
        var shop = await OpenAsync(installation, meter => meter.Recount(limit - 1, 0));
        await shop.SendAsync(new ChangeModelConsent(Given: true));
        installation.Assistant.Plan = async turn =>
        {
            await (turn.ModelAllowed ? _gate.PassAsync() : Task.CompletedTask);
            return ScriptedAssistant.Say("Oui.") with { Brain = turn.ModelAllowed ? "outside" : "embedded" };
        };

        var answers = await AnswersAsync(installation, shop, await AllAsync(n => HearAsync(shop, n, MessageContent.OfText("Bonjour"))));

        Assert.Single(answers, answer => answer!.Brain == "outside");
        Assert.Equal(Many - 1, answers.Count(answer => answer!.Brain == "embedded"));
        Assert.Equal(limit + Many - 1, await MeterAsync(shop, meter => meter.AssistantTurns));
    }

    [Fact]
    public async Task Of_twenty_notes_with_a_second_left_one_is_written_down_and_the_other_customers_are_asked_to_write()
    {
        await using var installation = await StartAsync();
        var shop = await OpenAsync(installation, meter => meter.CountVoice((PlanTerms.Default.Starter.VoiceMinutes * 60) - 1));
        await AllAsync(n => HearNoteAsync(shop, n));
        var ids = await shop.ReadAsync(db => db.Messages.Select(m => m.Id).ToListAsync());

        await AllAsync(n => shop.SendAsync(new SettleMedia(ids[n], new MediaOutcome($"{n}.ogg", "audio/ogg", 4, "le bazin", 0.9))));

        var notes = await shop.ReadAsync(db => db.Messages.AsNoTracking().ToListAsync());
        Assert.Single(notes, note => note.Text is not null);
        Assert.Equal(Many - 1, notes.Count(note => note.Media!.Failure == VoiceHearing.UsedUp && note.File is not null));
        Assert.Equal((PlanTerms.Default.Starter.VoiceMinutes * 60) - 1 + 4, await MeterAsync(shop, meter => meter.VoiceSeconds));
    }

    [Fact]
    public async Task Of_twenty_spoken_answers_with_a_second_left_one_is_spoken_and_the_rest_are_written()
    {
        await using var installation = await StartAsync();
        var shop = await OpenAsync(installation, meter => meter.Recount(0, 0), Plan.Pro);
        await shop.ChangeAsync(tenant => tenant.ChangeSales(tenant.Sales with { VoiceReplies = true }));
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Oui."));
        var heard = await AllAsync(n => HearNoteAsync(shop, n));
        installation.Clock.Advance(TimeSpan.FromSeconds(20));
        await AllAsync(n => shop.UseAsync<MediaIntake, bool>(async intake =>
        {
            await intake.ForAsync(heard[n], CancellationToken.None);
            return true;
        }));
        await shop.SaveAsync(db => db.UsageMeters.Single().Recount(0, (PlanTerms.Default.Pro.VoiceMinutes * 60) - 1));
        _mouth.Gate = _gate;

        var answers = await AnswersAsync(installation, shop, heard);

        Assert.Single(answers, answer => answer!.Replies.Any(reply => reply.Kind == ReplyKind.Voice));
        Assert.Equal(Many - 1, answers.Count(answer => answer!.Replies is [{ Kind: ReplyKind.Text }]));
        Assert.Equal((PlanTerms.Default.Pro.VoiceMinutes * 60) - 1 + 3, await MeterAsync(shop, meter => meter.VoiceSeconds));
    }

    [Fact]
    public async Task Twenty_who_link_the_one_number_of_the_plan_at_once_make_one_number()
    {
        await using var installation = await StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        await shop.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());

        await AllAsync(_ => shop.SendAsync(new ConnectSession(null, LinkMethod.Qr, null, null)));

        Assert.Equal([1], await shop.ReadAsync(db => db.Sessions.Select(s => s.Position).ToListAsync()));
    }

    private static async Task<T[]> AllAsync<T>(Func<int, Task<T>> act) => await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => act(n))));

    private static Task<AssistantAnswer?[]> AnswersAsync(Installation installation, Shop shop, ConversationId[] conversations)
    {
        installation.Clock.Advance(TimeSpan.FromSeconds(15));
        return AllAsync(n => shop.AnswerAsync(conversations[n]));
    }

    private static async Task<Shop> OpenAsync(Installation installation, Action<UsageMeter> used, Plan plan = Plan.Starter)
    {
        var shop = await installation.OpenShopAsync(plan: plan);
        await shop.SaveAsync(db =>
        {
            var meter = new UsageMeter(shop.Id, UsageMeter.PeriodOf(Installation.Noon));
            used(meter);
            db.UsageMeters.Add(meter);
        });
        return shop;
    }

    private static Task<ConversationId> HearNoteAsync(Shop shop, int n) =>
        HearAsync(shop, n, new MessageContent(MessageKind.Audio) { Media = new MessageMedia { Source = "sealed", Seconds = 4 } });

    private static async Task<ConversationId> HearAsync(Shop shop, int n, MessageContent content) => (await shop.SendAsync(new ReceiveMessage(
        Channel.WhatsApp, shop.Session, $"in {n}", $"customer{n}@lid", [new Address(AddressKind.Lid, $"customer{n}@lid")], null, $"Customer {n}", false,
        content, Installation.Noon))).ConversationId;

    private static async Task<int> MeterAsync(Shop shop, Func<UsageMeter, int> read) =>
        read(await shop.ReadAsync(db => db.UsageMeters.AsNoTracking().SingleAsync()));

    private Task<Installation> StartAsync() => Installation.StartAsync(
        services => services.AddSingleton<ISpeechToText>(_ears).AddSingleton<IMediaSource>(_ears).AddSingleton<ITextToSpeech>(_mouth)
            .AddSingleton(Substitute.For<IWhatsAppSessions>()).AddSingleton(Substitute.For<IWhatsAppNetwork>())
            .AddSingleton(Substitute.For<IConfirmedEmail>()).AddSingleton(Substitute.For<ICurrentUser>()),
        new ConversationOptions { TurnsPerShopHour = 1_000 });

    /// <summary>Opens when all of them stand before it.</summary>
    private sealed class Gate(int expected)
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiting;

        public Task PassAsync()
        {
            if (Interlocked.Increment(ref _waiting) == expected)
            {
                _open.SetResult();
            }

            return _open.Task;
        }
    }

    private sealed class Mouth : ITextToSpeech
    {
        public Gate? Gate { get; set; }

        public bool IsConfigured => Gate is not null;

        public async Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct)
        {
            await Gate!.PassAsync();
            return new VoiceNote([.. "OggS"u8], 3, new byte[VoiceNote.WaveformLength]);
        }
    }
}
