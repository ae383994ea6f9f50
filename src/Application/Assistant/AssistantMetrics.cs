using System.Diagnostics.Metrics;

namespace WaSaas.Application.Assistant;

/// <summary>Counts answers, what the guard found, and tokens; names and codes only, no shop and no customer.</summary>
internal static class AssistantMetrics
{
    private static readonly Meter Meter = new("WaSaas.Assistant");
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("wasaas.assistant.turns");
    private static readonly Counter<long> Violations = Meter.CreateCounter<long>("wasaas.assistant.violations");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("wasaas.assistant.tokens");

    public static void Count(AssistantAnswer answer)
    {
        Turns.Add(1, new("brain", answer.Brain), new("verdict", answer.Guard.Verdict));
        foreach (var code in answer.Guard.Violations)
        {
            Violations.Add(1, new KeyValuePair<string, object?>("code", code));
        }

        Tokens.Add(answer.Tokens.Input, new KeyValuePair<string, object?>("kind", "input"));
        Tokens.Add(answer.Tokens.Output, new KeyValuePair<string, object?>("kind", "output"));
    }
}
