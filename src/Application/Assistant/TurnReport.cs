namespace WaSaas.Application.Assistant;

/// <param name="Verdict">pass, repaired or rendered.</param>
/// <param name="Violations">Codes of what drafts said that no tool stood behind.</param>
public sealed record GuardVerdict(string Verdict, IReadOnlyList<string> Violations)
{
    /// <summary>The model mended its draft when it was sent back.</summary>
    public const string Repaired = "repaired";

    /// <summary>The embedded assistant's words were sent instead.</summary>
    public const string Rendered = "rendered";

    public static readonly GuardVerdict Pass = new(Domain.Conversations.TurnRecord.Passed, []);

    /// <summary>The vendor should know that a model was corrected.</summary>
    public bool IsCorrected => Violations.Count > 0;
}

/// <summary>Milliseconds by where they went.</summary>
public sealed record TurnTimes(double Total, double Model, double Tools, double Guard)
{
    public static readonly TurnTimes None = new(0, 0, 0, 0);
}

/// <param name="Input">All tokens that models read, cached ones included.</param>
/// <param name="CachedInput">Those of them that the provider had kept.</param>
/// <param name="Output">Tokens that models wrote.</param>
public sealed record TokenUse(long Input, long CachedInput, long Output)
{
    public static readonly TokenUse None = new(0, 0, 0);

    /// <summary>Millionths of the currency of the configured prices.</summary>
    public long CostMicros { get; init; }

    internal TokenUse Plus(long input, long cached, long output, ModelPrices prices) => new(Input + input, CachedInput + cached, Output + output)
    {
        CostMicros = CostMicros + prices.CostMicros(input, cached, output),
    };
}
