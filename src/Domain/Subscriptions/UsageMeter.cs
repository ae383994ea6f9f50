using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>What is counted by the month.</summary>
public enum UsageKind
{
    Turns = 1,
    Voice = 2,
}

/// <summary>What a shop used in one calendar month (UTC), counted in the transaction that used it.</summary>
public sealed class UsageMeter : AggregateRoot, ITenantOwned
{
    public const int Warning = 80;
    public const int Full = 100;

    private UsageMeter()
    {
    }

    public UsageMeter(TenantId tenantId, int period) => (TenantId, Period) = (tenantId, period);

    public TenantId TenantId { get; private set; }

    /// <summary>Year and month as yyyymm.</summary>
    public int Period { get; private set; }

    public int AssistantTurns { get; private set; }

    public int VoiceSeconds { get; private set; }

    /// <summary>The threshold of the turns that was announced: 0, 80 or 100.</summary>
    public int Announced { get; private set; }

    /// <summary>The same of voice.</summary>
    public int VoiceAnnounced { get; private set; }

    public static int PeriodOf(DateTimeOffset at) => (at.UtcDateTime.Year * 100) + at.UtcDateTime.Month;

    /// <summary>First moment of the period, and of the one after it.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) SpanOf(int period)
    {
        var from = new DateTimeOffset(period / 100, period % 100, 1, 0, 0, 0, TimeSpan.Zero);
        return (from, from.AddMonths(1));
    }

    /// <summary>How much of a limit is used, in percent; a limit of nothing is always used up.</summary>
    public static int PercentOf(long used, long limit) => limit <= 0 ? Full : (int)Math.Min(999, used * 100 / limit);

    public void CountTurn() => AssistantTurns++;

    public void CountVoice(int seconds) => VoiceSeconds += Math.Max(0, seconds);

    /// <summary>Sets the counts to what really happened.</summary>
    /// <returns>Whether they were wrong.</returns>
    public bool Recount(int assistantTurns, int voiceSeconds)
    {
        var wrong = (AssistantTurns, VoiceSeconds) != (assistantTurns, voiceSeconds);
        (AssistantTurns, VoiceSeconds) = (assistantTurns, voiceSeconds);
        return wrong;
    }

    /// <summary>The share of the month that is used, whatever ends first; what a plan does not hold counts when it is used.</summary>
    public int PercentOf(Entitlements limits) => Math.Max(PercentOf(UsageKind.Turns, limits), PercentOf(UsageKind.Voice, limits));

    public int PercentOf(UsageKind kind, Entitlements limits) => (kind, AssistantTurns, VoiceSeconds) switch
    {
        (UsageKind.Turns, > 0, _) => PercentOf(AssistantTurns, limits.AssistantTurns),
        (UsageKind.Voice, _, > 0) => PercentOf(VoiceSeconds, limits.VoiceMinutes * 60L),
        _ => 0,
    };

    /// <summary>The threshold that is passed: 0, 80 or 100.</summary>
    public int ReachedOf(UsageKind kind, Entitlements limits) => PercentOf(kind, limits) switch
    {
        >= Full => Full,
        >= Warning => Warning,
        _ => 0,
    };

    /// <summary>Tells once per month and threshold that something is (nearly) used up; a larger plan begins anew.</summary>
    public IReadOnlyList<UsageThresholdReached> CrossedOf(Entitlements limits)
    {
        var (turns, voice) = (ReachedOf(UsageKind.Turns, limits), ReachedOf(UsageKind.Voice, limits));
        List<UsageThresholdReached> crossed =
        [
            .. turns > Announced ? [new(TenantId, UsageKind.Turns, turns)] : Array.Empty<UsageThresholdReached>(),
            .. voice > VoiceAnnounced ? [new(TenantId, UsageKind.Voice, voice)] : Array.Empty<UsageThresholdReached>(),
        ];
        (Announced, VoiceAnnounced) = (turns, voice);
        crossed.ForEach(Raise);
        return crossed;
    }
}
