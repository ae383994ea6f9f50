using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Finds the assistant's own instructions, marks or tools in a draft.</summary>
internal static partial class PromptLeak
{
    private const int Run = 6;

    private static readonly Violation Leak = new("leak", "it speaks of your instructions or tools");

    private static readonly HashSet<string> InstructionRuns = [.. Runs(Prompt.Instructions)];
    private static readonly string[] ToolWords = [.. ToolNames.All.Select(name => name.Replace("_", "", StringComparison.Ordinal))];

    public static IEnumerable<Violation> Check(string draft, Ledger ledger)
    {
        var allowed = ledger.Texts.Concat(ledger.Descriptions).SelectMany(Runs).ToHashSet(StringComparer.Ordinal);
        return NamesTool(draft) || Marks().IsMatch(draft) || Speaks().IsMatch(TextFold.Fold(draft)) || HoldsCanary(draft, ledger)
            || Runs(draft).Any(run => InstructionRuns.Contains(run) && !allowed.Contains(run))
            ? [Leak]
            : [];
    }

    // "order status" are two words of English; joined in whatever way they are a tool's name.
    private static bool NamesTool(string draft) => Joined().Matches(draft).Any(word =>
        ToolWords.Contains(word.Value.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).ToLowerInvariant()));

    private static bool HoldsCanary(string draft, Ledger ledger) =>
        new string([.. draft.Where(char.IsLetterOrDigit)]).Contains(Canary.Of(ledger.Session.Turn.Tenant.Id), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Runs(string text)
    {
        var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(start => string.Join(' ', words.AsSpan(start, Run).ToArray()));
    }

    [GeneratedRegex(@"[A-Za-z]+(?:[_\\-]+[A-Za-z]+)+|[a-z]+(?:[A-Z][a-z]+)+|[A-Za-z]{8,}")]
    private static partial Regex Joined();

    [GeneratedRegex(@"</?\s*(?:state|shop|customer|system_note|summary|tool\w*)\s*>|\{\s*""\w+""\s*:|""(?:sku|minor|facts|arguments)""\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:(?:mes|nos) (?:instructions|consignes|regles) (?:sont|disent|me disent|indiquent|m interdisent)|(?:my|our) (?:instructions|rules|guidelines) (?:are|say|tell|state)|system prompt|prompt systeme|mon prompt|my prompt|i was (?:told|instructed) to|prix plancher|floor price)\b")]
    private static partial Regex Speaks();
}
