using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

/// <summary>How one answer came about and what it cost: written with the answer, never changed.</summary>
public sealed class TurnRecord : ITenantOwned
{
    public const int MaxBrainLength = 120;

    /// <summary>The verdict when nothing had to be corrected.</summary>
    public const string Passed = "pass";

    private TurnRecord()
    {
    }

    public TurnRecord(TenantId tenantId, TurnId turnId, ConversationId conversationId, DateTimeOffset at, TurnCost cost)
    {
        (TenantId, TurnId, ConversationId, At) = (tenantId, turnId, conversationId, at);
        Brain = cost.Brain.Length > MaxBrainLength ? cost.Brain[..MaxBrainLength] : cost.Brain;
        (Verdict, Violations) = (cost.Verdict, cost.Violations);
        (InputTokens, CachedInputTokens, OutputTokens, CostMicros) = (cost.InputTokens, cost.CachedInputTokens, cost.OutputTokens, cost.CostMicros);
        (Milliseconds, ModelMilliseconds) = (cost.Milliseconds, cost.ModelMilliseconds);
        Trace = cost.Trace;
    }

    public TenantId TenantId { get; private set; }

    public TurnId TurnId { get; private set; }

    public ConversationId ConversationId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>embedded, or the model's name.</summary>
    public string Brain { get; private set; } = "";

    /// <summary>pass, repaired or rendered.</summary>
    public string Verdict { get; private set; } = "";

    /// <summary>Codes of what the guard found in the drafts of this turn.</summary>
    public IReadOnlyList<string> Violations { get; private set; } = [];

    public long InputTokens { get; private set; }

    /// <summary>Part of <see cref="InputTokens"/>.</summary>
    public long CachedInputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Millionths of the currency of the provider's bill.</summary>
    public long CostMicros { get; private set; }

    public double Milliseconds { get; private set; }

    public double ModelMilliseconds { get; private set; }

    /// <summary>What was called, as JSON; kept for simulations only, whose words are the vendor's own.</summary>
    public string? Trace { get; private set; }
}

public sealed record TurnCost(
    string Brain,
    string Verdict,
    IReadOnlyList<string> Violations,
    long InputTokens,
    long CachedInputTokens,
    long OutputTokens,
    long CostMicros,
    double Milliseconds,
    double ModelMilliseconds,
    string? Trace = null);
