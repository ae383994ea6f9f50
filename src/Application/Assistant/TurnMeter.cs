using Microsoft.Extensions.AI;

namespace WaSaas.Application.Assistant;

/// <summary>What one turn costs in time, tokens and money, over all models that were tried, and what the guard found in their drafts.</summary>
internal sealed class TurnMeter
{
    private readonly List<string> _violations = [];
    private TimeSpan _model;

    public TokenUse Tokens { get; private set; } = TokenUse.None;

    /// <summary>A model said twice what no tool stands behind: the embedded assistant answers, and no other model is asked.</summary>
    public bool HasGivenUp { get; private set; }

    public void GiveUp() => HasGivenUp = true;

    public void Found(IEnumerable<string> violations) => _violations.AddRange(violations);

    public void Asked(TimeSpan took, UsageDetails? usage, ModelPrices prices)
    {
        _model += took;
        Tokens = Tokens.Plus(usage?.InputTokenCount ?? 0, usage?.CachedInputTokenCount ?? 0, usage?.OutputTokenCount ?? 0, prices);
    }

    /// <param name="byModel">A model's words are sent, and not those of the embedded assistant.</param>
    public GuardVerdict Verdict(bool byModel) => _violations.Count == 0
        ? GuardVerdict.Pass
        : new GuardVerdict(byModel ? GuardVerdict.Repaired : GuardVerdict.Rendered, [.. _violations.Distinct()]);

    public TurnTimes Times(IReadOnlyList<ToolTrace> trace, TimeSpan total)
    {
        var guard = trace.Where(step => step.Name == GuardedDraft.TraceName).Sum(step => step.Milliseconds);
        var tools = trace.Where(step => step.Name != GuardedDraft.TraceName).Sum(step => step.Milliseconds);
        return new TurnTimes(Rounded(total.TotalMilliseconds), Rounded(_model.TotalMilliseconds), Rounded(tools), Rounded(guard));
    }

    private static double Rounded(double milliseconds) => Math.Round(milliseconds, 3);
}
