using System.Text.Json;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant;

/// <summary>What was called in a turn, as it is kept with a simulated one.</summary>
public static class TurnTrace
{
    public static string Write(IReadOnlyList<ToolTrace> calls) => JsonSerializer.Serialize(calls, ToolJson.Options);

    public static IReadOnlyList<ToolTrace> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<ToolTrace>>(json, ToolJson.Options) ?? [];

    /// <summary>The calls of tools; the steps of the guard are told apart from them.</summary>
    public static IEnumerable<ToolTrace> Tools(this IEnumerable<ToolTrace> calls) => calls.Where(call => call.Name != GuardedDraft.TraceName);
}
