using System.Text.Json;
using WaSaas.Application.Assistant;

namespace WaSaas.WebUI.Api;

/// <summary>How the replies came about.</summary>
/// <param name="Brain">embedded, a model's name, or none when nobody had to answer.</param>
internal sealed record SimulatedTrace(
    string Brain, IReadOnlyList<TracedTool> Tools, TracedGuard Guard, TracedTimes Milliseconds, TracedTokens Tokens)
{
    private static readonly SimulatedTrace Nobody = new("none", [], new TracedGuard(GuardVerdict.Pass.Verdict, []), new TracedTimes(0, 0, 0, 0), new TracedTokens(0, 0, 0));

    public static SimulatedTrace Of(AssistantAnswer? answer) => answer is null ? Nobody : new SimulatedTrace(
        answer.Brain,
        [.. answer.Trace.Tools().Select(TracedTool.Of)],
        new TracedGuard(answer.Guard.Verdict, answer.Guard.Violations),
        new TracedTimes(answer.Times.Total, answer.Times.Model, answer.Times.Tools, answer.Times.Guard),
        new TracedTokens(answer.Tokens.Input, answer.Tokens.CachedInput, answer.Tokens.Output));
}

internal sealed record TracedTool(string Name, JsonElement Arguments, JsonElement Result, double Milliseconds)
{
    public static TracedTool Of(ToolTrace call) => new(call.Name, Read(call.Arguments), Read(call.Result), call.Milliseconds);

    /// <summary>A model may send what is no JSON; it is shown as it came.</summary>
    private static JsonElement Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text.Length == 0 ? "{}" : text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(new { text });
        }
    }
}

/// <param name="Verdict">pass, repaired or rendered.</param>
/// <param name="Violations">Codes of what drafts said that no tool stood behind.</param>
internal sealed record TracedGuard(string Verdict, IReadOnlyList<string> Violations);

internal sealed record TracedTimes(double Total, double Model, double Tools, double Guard);

internal sealed record TracedTokens(long Input, long CachedInput, long Output);
