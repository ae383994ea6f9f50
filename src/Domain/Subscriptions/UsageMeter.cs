using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>What a shop used in one calendar month (UTC), counted in the transaction that used it.</summary>
public sealed class UsageMeter : ITenantOwned
{
    private UsageMeter()
    {
    }

    public UsageMeter(TenantId tenantId, int period) => (TenantId, Period) = (tenantId, period);

    public TenantId TenantId { get; private set; }

    /// <summary>Year and month as yyyymm.</summary>
    public int Period { get; private set; }

    public int AssistantTurns { get; private set; }

    public int VoiceSeconds { get; private set; }

    public static int PeriodOf(DateTimeOffset at) => (at.UtcDateTime.Year * 100) + at.UtcDateTime.Month;

    public void CountTurn() => AssistantTurns++;
}
