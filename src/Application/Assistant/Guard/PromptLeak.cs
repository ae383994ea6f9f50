using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Finds the assistant's own instructions or tools in a draft.</summary>
internal static class PromptLeak
{
    private const int Run = 6;

    private static readonly HashSet<string> InstructionRuns = [.. Runs(Prompt.Instructions)];
    private static readonly string[] ToolWords = [.. ToolNames.All.Select(name => TextFold.Fold(name))];

    public static IEnumerable<string> Violations(string draft, IReadOnlyList<string> groundedTexts)
    {
        var folded = TextFold.Fold(draft);
        var allowed = groundedTexts.SelectMany(Runs).ToHashSet(StringComparer.Ordinal);
        return Array.Exists(ToolWords, name => folded.Contains(name, StringComparison.Ordinal)) || Runs(draft).Any(run => InstructionRuns.Contains(run) && !allowed.Contains(run))
            ? ["it speaks of your instructions or tools"]
            : [];
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(start => string.Join(' ', words.AsSpan(start, Run).ToArray()));
    }
}
