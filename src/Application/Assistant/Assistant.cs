using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Pictures;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant;

/// <summary>
/// The ladder: each model that is there and allowed, then the embedded assistant, then a person. A rung that fails leaves
/// nothing behind but its trace and a hand-off it asked for.
/// </summary>
internal sealed partial class Assistant(
    IEnumerable<ModelBrain> models, EmbeddedChatClient embedded, ICatalogueSearch search, DeskLoader desks, PictureTurn pictures, ITenantScope scope, TimeProvider clock, ILogger<Assistant> logger)
    : IAssistant
{
    /// <summary>For all models together; the embedded assistant needs milliseconds after that.</summary>
    public static readonly TimeSpan ModelTime = TimeSpan.FromSeconds(18);


    public async Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        if (scope.Id != turn.Tenant.Id)
        {
            throw new InvalidOperationException("The turn belongs to another tenant than the one in scope.");
        }

        turn = await QuotedProducts.ResolveAsync(turn, search, ct);
        var language = Languages.Of(turn);
        var (trace, meter, started) = (new List<ToolTrace>(), new TurnMeter(), Stopwatch.GetTimestamp());
        turn = turn with { Language = language };
        var (answered, brain, session) = await ClimbAsync(turn, language, trace, meter, ct);
        var answer = new AssistantAnswer(Replies(turn, answered, session), language, answered.HandOff?.Reason, brain, trace)
        {
            Effects = session.Finish(),
            Guard = meter.Verdict(byModel: brain != AssistantBrains.Embedded),
            Times = meter.Times(trace, Stopwatch.GetElapsedTime(started)),
            Tokens = meter.Tokens,
        };
        AssistantMetrics.Count(answer);
        return answer;
    }

    /// <summary>What the system says by itself comes after the brain's words, which may then be none.</summary>
    private static List<AssistantReply> Replies(TurnContext turn, Answered answered, TurnSession session)
    {
        var words = HasUnheard(turn) ? $"{answered.Text} {Wording.VoiceToo.First(session.Language)}".TrimStart() : answered.Text;
        var text = Introduction.Before(turn, session.Language, words);
        return [.. text.Length == 0 ? Array.Empty<AssistantReply>() : [AssistantReply.OfText(text)], .. session.Desk.Staged.Replies];
    }

    /// <summary>A note that nobody could listen to came together with words that were answered.</summary>
    private static bool HasUnheard(TurnContext turn) =>
        turn.Incoming.Any(m => m.Kind == MessageKind.Audio && string.IsNullOrWhiteSpace(m.Text)) && turn.Incoming.Any(m => !string.IsNullOrWhiteSpace(m.Text));

    /// <summary>Each attempt at a desk of its own: what a failed one staged is dropped with it.</summary>
    private async Task<TurnSession> OpenAsync(TurnContext turn, string language, List<ToolTrace> trace, CancellationToken ct)
    {
        var desk = await desks.OpenAsync(turn, ct);
        var asked = QuestionNotes.Read(desk.Notes.Asked);
        var confirmed = PictureAnswers.Confirmed(HeardFigures.Confirmed(turn, asked), asked);
        desk.Notes = desk.Notes.FocusOn(confirmed.Incoming.Select(message => message.Sku).OfType<string>());
        await new CartDesk(desk).LinesAsync(ct);
        var view = await new DeskViews(desk, language).AllAsync(ct);
        return new TurnSession(confirmed with { Desk = confirmed == turn ? view : view with { Asked = null } }, language, desk, trace);
    }

    private async Task<(Answered Answered, string Brain, TurnSession Session)> ClimbAsync(
        TurnContext turn, string language, List<ToolTrace> trace, TurnMeter meter, CancellationToken ct)
    {
        StagedHandOff? asked = null;
        using var modelTime = new CancellationTokenSource(ModelTime, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, modelTime.Token);
        var session = await OpenAsync(turn, language, trace, ct);
        if (await HeardFigures.SayAsync(session, ct) is { } readBack)
        {
            return (Answered.Of(readBack, null), AssistantBrains.Embedded, session);
        }

        if (await pictures.SayAsync(session, meter, both.Token, ct) is { } aboutPicture)
        {
            return (Answered.Of(aboutPicture, session.HandOff), AssistantBrains.Embedded, session);
        }

        foreach (var model in turn.ModelAllowed && !EasyTurn.Is(session.Turn) ? models : [])
        {
            if (await TryAsync(model.Name, turn, () => AskModelAsync(model, session, meter, both.Token), ct) is { } text)
            {
                return (Answered.Of(text, session.HandOff), model.Name, session);
            }

            asked ??= session.HandOff;
            session = await OpenAsync(turn, language, trace, ct);
            if (meter.HasGivenUp)
            {
                break;
            }
        }

        var spoken = await TryAsync(AssistantBrains.Embedded, turn, () => Loop(embedded, session).RunAsync(Prompt.For(session.Turn, language), ct), ct);
        return spoken is null
            ? (Answered.ByPersonOnly(session), AssistantBrains.Embedded, await OpenAsync(turn, language, trace, ct))
            : (Answered.Of(spoken, session.HandOff ?? asked), AssistantBrains.Embedded, session);
    }

    private ToolLoop Loop(IChatClient brain, TurnSession session) => new(brain, new ToolHost(session, search, logger), session);

    private Task<string> AskModelAsync(ModelBrain model, TurnSession session, TurnMeter meter, CancellationToken ct) =>
        new GuardedDraft(Loop(new MeteredChatClient(model, meter), session), session, meter).WriteAsync(ct);

    private async Task<string?> TryAsync(string brain, TurnContext turn, Func<Task<string>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The exception itself may quote the customer: its kind is enough.
            BrainFailed(brain, turn.TurnId.Value, (failure as BrainFailedException)?.Code ?? failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Brain {Brain} could not answer turn {TurnId}: {Failure}")]
    private partial void BrainFailed(string brain, Guid turnId, string failure);
}
