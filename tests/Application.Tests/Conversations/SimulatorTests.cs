using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Assistants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Conversations;

/// <summary>What is the simulator's own: its clock, voice, what is tried out, and that nothing of it stays.</summary>
public sealed class SimulatorTests(BargainingShop shop) : IClassFixture<BargainingShop>
{
    private static readonly DateTimeOffset Start = Installation.Noon.AddDays(10);

    private readonly string _conversation = Guid.NewGuid().ToString("n");

    [Fact]
    public async Task The_clock_does_not_go_back_and_what_is_refused_changes_nothing()
    {
        await SayAsync("bonjour", at: Start);

        var refused = await SayAsync("bonsoir", at: Start.AddSeconds(-1));

        Assert.Equal(ConversationErrors.ClockWentBack, refused.Refused);
        Assert.Equal(2, (await ThreadAsync()).Messages.Count);
    }

    [Fact]
    public async Task Without_a_time_the_clock_runs_on_from_the_last_one()
    {
        await SayAsync("bonjour", at: Start);
        shop.Installation.Clock.Advance(TimeSpan.FromMinutes(5));

        await SayAsync("c'est combien le bazin ?");

        Assert.Equal(Start.AddMinutes(5), (await ThreadAsync()).Messages[^1].At);
    }

    [Fact]
    public async Task A_clock_that_is_put_forward_lets_an_agreed_price_expire()
    {
        await SayAsync("c'est combien le bazin ?", at: Start);
        await SayAsync("je donne 14 900");
        Assert.Equal(Application.Negotiation.HaggleOutcome.Agreed, Assert.Single((await DeskAsync()).Negotiations).Outcome);

        Assert.True((await shop.Shop.SendAsync(new PutSimulationForward(_conversation, TimeSpan.FromHours(49)))).IsOk);
        await SayAsync("merci");

        Assert.Equal(Application.Negotiation.HaggleOutcome.Expired, Assert.Single((await DeskAsync()).Negotiations).Outcome);
    }

    [Fact]
    public async Task A_simulation_that_is_not_there_cannot_be_put_forward() =>
        Assert.Equal(Error.NotFound, (await shop.Shop.SendAsync(new PutSimulationForward("never", TimeSpan.FromHours(1)))).Error);

    [Fact]
    public async Task Who_speaks_hears_the_answer_and_can_read_its_figures()
    {
        var replies = (await SendAsync(Voice("c'est combien le bazin"))).Replies;

        Assert.Equal([MessageKind.Audio, MessageKind.Text], replies.Select(reply => reply.Kind));
        Assert.Contains("quinze mille francs CFA", replies[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(replies[0].Text!, char.IsDigit);
        Assert.Contains("15\u00a0000\u00a0F", replies[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_does_not_want_voice_answers_in_writing()
    {
        var own = new BargainingShop();
        await own.InitializeAsync();
        await own.Shop.SaveAsync(db => db.Tenants.Single().ChangeSales(new SalesRules { VoiceReplies = false }));

        var replies = await own.Shop.UseAsync<Simulator, Simulated>(simulator => simulator.SendAsync("c1", [Voice("c'est combien le bazin")], default));

        Assert.Equal(MessageKind.Text, Assert.Single(replies.Replies).Kind);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_voice_note_that_nobody_made_out_is_answered_with_the_wish_to_write()
    {
        var heard = await SendAsync(Voice(null));

        Assert.Contains("message vocal", heard.Replies[0].Text, StringComparison.Ordinal);
        Assert.Matches("crire|crivez", heard.Replies[0].Text!);
        Assert.Equal(4, (await ThreadAsync()).Messages[0].Media!.Seconds);
    }

    [Fact]
    public async Task A_style_is_tried_out_in_one_turn_and_the_shop_stays_as_it_is()
    {
        var firm = await BestOfferAsync(NegotiationStyle.Firm);
        var generous = await BestOfferAsync(NegotiationStyle.Generous);

        Assert.True(generous < firm, $"generous {generous}, firm {firm}");
        Assert.Equal(NegotiationStyle.Balanced, (await shop.Shop.ReadAsync(db => db.Tenants.AsNoTracking().SingleAsync())).Sales.Style);
    }

    [Fact]
    public async Task A_vendor_who_writes_silences_the_assistant_until_her_time_is_over()
    {
        await SayAsync("bonjour", at: Start);
        var taken = await SendAsync(new SimulatedMessage(true, MessageContent.OfText("Je m'en occupe.")));
        var waiting = await SayAsync("le bazin est à combien ?");

        Assert.Empty(taken.Replies);
        Assert.Empty(waiting.Replies);
        Assert.Equal(Responder.Person, waiting.Desk!.Responder);

        var back = await SayAsync("vous êtes là ?", at: Start.AddMinutes(31));
        Assert.NotEmpty(back.Replies);
        Assert.Equal(Responder.Assistant, back.Desk!.Responder);
    }

    [Fact]
    public async Task What_was_called_is_kept_with_the_turn_and_forgotten_with_the_simulation()
    {
        var answer = (await SayAsync("c'est combien le bazin ?")).Answer!;
        var id = (await shop.Shop.SendAsync(new GetSimulation(_conversation)))!.Id;

        var turn = Assert.Single(await shop.Shop.SendAsync(new GetTurns(id)));
        Assert.Equal(answer.Trace, turn.Calls);
        Assert.NotEmpty(turn.Tools);

        await shop.Shop.UseAsync<Simulator, bool>(async simulator =>
        {
            await simulator.ResetAsync(_conversation, default);
            return true;
        });
        Assert.Empty(await shop.Shop.SendAsync(new GetTurns(id)));
        Assert.Null(await shop.Shop.SendAsync(new GetSimulation(_conversation)));
    }

    [Fact]
    public async Task A_pin_is_called_by_the_zone_it_lies_in()
    {
        await SendAsync(new SimulatedMessage(false, new MessageContent(MessageKind.Location, null, 6.2, 1.2)));
        Assert.Null(ZoneOf(await ThreadAsync()));

        await shop.Shop.SaveAsync(db => db.DeliveryZones.Add(Domain.Delivery.DeliveryZone.Add(shop.Shop.Id, "pin-zone", 9, new("Nyékonakpoè", 1_000)
        {
            Area = new Domain.Delivery.CircleArea(new(6.2, 1.2), 500),
        }).Value!));

        Assert.Equal("Nyékonakpoè", ZoneOf(await ThreadAsync()));
    }

    private static string? ZoneOf(ConversationThread thread) => thread.Map!.At(thread.Messages[0].Pin!.Value)?.Name;

    private static SimulatedMessage Voice(string? words) => new(false, MessageContent.OfVoice(words, MessageMedia.Simulated(4, 0.9)));

    private async Task<long> BestOfferAsync(NegotiationStyle style)
    {
        var talk = Guid.NewGuid().ToString("n");
        foreach (var words in new[] { "c'est combien l'iphone ?", "dernier prix ?", "encore un effort, dernier prix ?" })
        {
            await shop.Shop.UseAsync<Simulator, Simulated>(simulator =>
                simulator.SendAsync(talk, [new(false, MessageContent.OfText(words))], default, trial: new Trial(style, EmbeddedOnly: true)));
        }

        var id = (await shop.Shop.SendAsync(new GetSimulation(talk)))!.Id;
        return Assert.Single((await shop.Shop.SendAsync(new GetDesk(id)))!.Negotiations).Offers[^1];
    }

    private Task<Simulated> SayAsync(string text, DateTimeOffset? at = null) => SendAsync(new SimulatedMessage(false, MessageContent.OfText(text)), at);

    private Task<Simulated> SendAsync(SimulatedMessage message, DateTimeOffset? at = null) => shop.Shop.UseAsync<Simulator, Simulated>(simulator =>
        simulator.SendAsync(_conversation, [message], TestContext.Current.CancellationToken, at));

    private async Task<DeskState> DeskAsync() => (await shop.Shop.SendAsync(new GetDesk((await shop.Shop.SendAsync(new GetSimulation(_conversation)))!.Id)))!;

    private async Task<ConversationThread> ThreadAsync() => await shop.Shop.ThreadAsync((await shop.Shop.SendAsync(new GetSimulation(_conversation)))!.Id);
}
