using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Guard;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;

namespace WaSaas.Application.Assistant;

/// <summary>
/// The ladder: each model that is there and allowed, then the embedded assistant, then a person. A rung that fails leaves
/// nothing behind but its trace and a hand-off it asked for.
/// </summary>
internal sealed partial class Assistant(
    IEnumerable<ModelBrain> models, EmbeddedChatClient embedded, ICatalogueSearch search, DeskLoader desks, ITenantScope scope, TimeProvider clock, ILogger<Assistant> logger)
    : IAssistant
{
    /// <summary>For all models together; the embedded assistant needs milliseconds after that.</summary>
    public static readonly TimeSpan ModelTime = TimeSpan.FromSeconds(18);

    private const string EmbeddedName = "embedded";
    private const string GuardName = "guard";

    public async Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        if (scope.Id != turn.Tenant.Id)
        {
            throw new InvalidOperationException("The turn belongs to another tenant than the one in scope.");
        }

        var language = Languages.Of(turn);
        var (trace, started) = (new List<ToolTrace>(), Stopwatch.GetTimestamp());
        turn = turn with { Language = language };
        var (answered, brain, session) = await ClimbAsync(turn, language, trace, ct);
        return new AssistantAnswer(Replies(turn, answered, session), language, answered.HandOff?.Reason, brain, trace)
        {
            Effects = session.Finish(),
            Times = TimesOf(trace, Stopwatch.GetElapsedTime(started)),
        };
    }

    /// <summary>What the system says by itself comes after the brain's words, which may then be none.</summary>
    private static List<AssistantReply> Replies(TurnContext turn, Answered answered, TurnSession session)
    {
        var text = Introduction.Before(turn, session.Language, answered.Text);
        return [.. text.Length == 0 ? Array.Empty<AssistantReply>() : [AssistantReply.OfText(text)], .. session.Desk.Staged.Replies];
    }

    private static TurnTimes TimesOf(List<ToolTrace> trace, TimeSpan total)
    {
        var guard = trace.Where(call => call.Name == GuardName).Sum(call => call.Milliseconds);
        var tools = trace.Sum(call => call.Milliseconds) - guard;
        var all = Math.Round(total.TotalMilliseconds, 3);
        return new TurnTimes(all, Math.Max(0, all - guard - tools), tools, guard);
    }

    /// <summary>Each attempt at a desk of its own: what a failed one staged is dropped with it.</summary>
    private async Task<TurnSession> OpenAsync(TurnContext turn, string language, List<ToolTrace> trace, CancellationToken ct)
    {
        var desk = await desks.OpenAsync(turn, ct);
        await new CartDesk(desk).LinesAsync(ct);
        return new TurnSession(turn with { Desk = await new DeskViews(desk, language).AllAsync(ct) }, language, desk, trace);
    }

    private async Task<(Answered Answered, string Brain, TurnSession Session)> ClimbAsync(
        TurnContext turn, string language, List<ToolTrace> trace, CancellationToken ct)
    {
        StagedHandOff? asked = null;
        using var modelTime = new CancellationTokenSource(ModelTime, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, modelTime.Token);
        foreach (var model in ModelsFor(turn))
        {
            var session = await OpenAsync(turn, language, trace, ct);
            if (await TryAsync(model.Name, turn, () => AskModelAsync(model.Client, session, both.Token), ct) is { } text)
            {
                return (Answered.Of(text, session.HandOff), model.Name, session);
            }

            asked ??= session.HandOff;
        }

        var last = await OpenAsync(turn, language, trace, ct);
        var spoken = await TryAsync(EmbeddedName, turn, () => Loop(embedded, last).RunAsync(Prompt.For(last.Turn, language), ct), ct);
        return spoken is null
            ? (Answered.ByPersonOnly(last), EmbeddedName, await OpenAsync(turn, language, trace, ct))
            : (Answered.Of(spoken, last.HandOff ?? asked), EmbeddedName, last);
    }

    // Who asks for a person, and who sends what no brain can open, needs no model.
    private IEnumerable<ModelBrain> ModelsFor(TurnContext turn)
    {
        var reading = Reading.Of(turn);
        return turn.ModelAllowed && reading.HasText && !reading.Wants(Intent.Person | Intent.Complaint) ? models : [];
    }

    private ToolLoop Loop(IChatClient brain, TurnSession session) => new(brain, new ToolHost(session, search, logger), session);

    /// <summary>A draft that says more than the tools did is sent back once, then given up.</summary>
    private async Task<string> AskModelAsync(IChatClient model, TurnSession session, CancellationToken ct)
    {
        var loop = Loop(model, session);
        var messages = Prompt.For(session.Turn, session.Language);
        var draft = await loop.RunAsync(messages, ct);
        if (Check(session, draft) is not { Count: > 0 } violations)
        {
            return draft;
        }

        messages.Add(Prompt.Correction(violations));
        draft = await loop.AskAgainAsync(messages, ct);
        return Check(session, draft).Count == 0 ? draft : throw new BrainFailedException("ungrounded");
    }

    private static IReadOnlyList<string> Check(TurnSession session, string draft)
    {
        var started = Stopwatch.GetTimestamp();
        var violations = new OutputGuard(session).Check(draft);
        session.Note(GuardName, "", violations.Count == 0 ? "passed" : $"refused: {string.Join("; ", violations)}", Stopwatch.GetElapsedTime(started));
        return violations;
    }

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
