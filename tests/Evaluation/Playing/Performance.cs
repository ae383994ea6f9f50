using System.Text.Json;
using System.Text.Json.Nodes;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations;

namespace WaSaas.Evaluation.Playing;

/// <summary>What came of a case.</summary>
internal sealed record Performance(EvalCase Script, ShopCard Shop, IReadOnlyList<PlayedTurn> Turns);

/// <param name="Script">What was written.</param>
/// <param name="Replies">What was answered.</param>
/// <param name="State">Where the business stood then, as the simulation's API tells it.</param>
/// <param name="Calls">The ledger of the turn.</param>
internal sealed record PlayedTurn(EvalTurn Script, IReadOnlyList<string> Replies, JsonObject State, IReadOnlyList<ToolTrace> Calls)
{
    public AssistantAnswer? Answer { get; private init; }

    public DateTimeOffset At { get; init; }

    public string Said => string.Join('\n', Replies);

    public string Heard => string.Join('\n', Script.Messages.Select(message => message.Text));

    public static PlayedTurn Of(EvalTurn turn, Simulated simulated) => new(
        turn,
        [.. simulated.Replies.Select(reply => reply.Text ?? "")],
        StateJson.Of(simulated.Desk ?? throw new InvalidOperationException(simulated.Refused?.Message)),
        [.. (simulated.Answer?.Trace ?? []).Tools()])
    {
        Answer = simulated.Answer,
    };

    /// <summary>Results of the calls of one tool that did what was asked.</summary>
    public IEnumerable<JsonElement> Done(string tool) => Calls
        .Where(call => call.Name == tool && call.Result.StartsWith('{'))
        .Select(call => JsonSerializer.Deserialize<JsonElement>(call.Result))
        .Where(result => result.GetProperty("status").GetString() == "ok");
}
