using System.Diagnostics;
using WaSaas.Application.Assistant.Guard;

namespace WaSaas.Application.Assistant;

/// <summary>A model's answer under guard: a draft that says more than the tools did is sent back once, then given up.</summary>
internal sealed class GuardedDraft(ToolLoop loop, TurnSession session, TurnMeter meter)
{
    /// <summary>Name of its steps in the trace.</summary>
    public const string TraceName = "guard";

    public async Task<string> WriteAsync(CancellationToken ct)
    {
        var messages = Prompt.For(session.Turn, session.Language);
        var draft = await loop.RunAsync(messages, ct);
        if (Check(draft) is not { Count: > 0 } violations)
        {
            return draft;
        }

        messages.Add(Prompt.Correction(violations.Select(violation => violation.Advice)));
        draft = await loop.AskAgainAsync(messages, ct);
        if (Check(draft).Count == 0)
        {
            return draft;
        }

        meter.GiveUp();
        throw new BrainFailedException("ungrounded");
    }

    private IReadOnlyList<Violation> Check(string draft)
    {
        var started = Stopwatch.GetTimestamp();
        var violations = new OutputGuard(session).Check(draft);
        var codes = violations.Select(violation => violation.Code).ToArray();
        meter.Found(codes);
        session.Note(TraceName, "", codes.Length == 0 ? "passed" : $"refused: {string.Join(", ", codes)}", Stopwatch.GetElapsedTime(started));
        return violations;
    }
}
