using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;

namespace WaSaas.Application.Assistant;

/// <summary>
/// The ladder: each model that is there and allowed, then the embedded assistant, then a person. A rung that fails leaves
/// nothing behind but its trace and a hand-off it asked for.
/// </summary>
internal sealed partial class Assistant(
    IEnumerable<ModelBrain> models, EmbeddedChatClient embedded, ICatalogueSearch search, ITenantScope scope, TimeProvider clock, ILogger<Assistant> logger)
    : IAssistant
{
    /// <summary>For all models together; the embedded assistant needs milliseconds after that.</summary>
    public static readonly TimeSpan ModelTime = TimeSpan.FromSeconds(18);

    private const string EmbeddedName = "embedded";

    public async Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        if (scope.Id != turn.Tenant.Id)
        {
            throw new InvalidOperationException("The turn belongs to another tenant than the one in scope.");
        }

        var language = Languages.Of(turn);
        var (trace, meter, started) = (new List<ToolTrace>(), new TurnMeter(), Stopwatch.GetTimestamp());
        turn = turn with { Language = language };
        var (answered, brain) = await ClimbAsync(turn, language, trace, meter, ct);
        var answer = new AssistantAnswer([Introduction.Before(turn, language, answered.Text)], language, answered.HandOff?.Reason, brain, trace)
        {
            Guard = meter.Verdict(byModel: brain != EmbeddedName),
            Times = meter.Times(trace, Stopwatch.GetElapsedTime(started)),
            Tokens = meter.Tokens,
        };
        AssistantMetrics.Count(answer);
        return answer;
    }

    private async Task<(Answered Answered, string Brain)> ClimbAsync(TurnContext turn, string language, List<ToolTrace> trace, TurnMeter meter, CancellationToken ct)
    {
        StagedHandOff? asked = null;
        using var modelTime = new CancellationTokenSource(ModelTime, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, modelTime.Token);
        foreach (var model in turn.ModelAllowed && !EasyTurn.Is(turn) ? models : [])
        {
            var session = new TurnSession(turn, language, trace);
            if (await TryAsync(model.Name, turn, () => AskModelAsync(model, session, meter, both.Token), ct) is { } text)
            {
                return (Answered.Of(text, session.HandOff), model.Name);
            }

            asked ??= session.HandOff;
            if (meter.HasGivenUp)
            {
                break;
            }
        }

        var last = new TurnSession(turn, language, trace);
        var spoken = await TryAsync(EmbeddedName, turn, () => Loop(embedded, last).RunAsync(Prompt.For(turn, language), ct), ct);
        return (spoken is null ? Answered.ByPersonOnly(last) : Answered.Of(spoken, last.HandOff ?? asked), EmbeddedName);
    }

    private ToolLoop Loop(IChatClient brain, TurnSession session) => new(brain, new ToolHost(session, search, logger), session.Turn);

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
