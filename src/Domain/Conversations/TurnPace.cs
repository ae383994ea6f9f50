using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

/// <summary>How many answers a shop's assistant gave in the present hour and day, counted in the transaction that gave them.</summary>
public sealed class TurnPace : ITenantOwned
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private TurnPace()
    {
    }

    public TurnPace(TenantId tenantId) => TenantId = tenantId;

    public TenantId TenantId { get; private set; }

    public DateTimeOffset HourFrom { get; private set; }

    public int HourTurns { get; private set; }

    public DateTimeOffset DayFrom { get; private set; }

    public int DayTurns { get; private set; }

    public void Count(DateTimeOffset at)
    {
        (HourFrom, HourTurns) = at - HourFrom < Hour ? (HourFrom, HourTurns + 1) : (at, 1);
        (DayFrom, DayTurns) = at - DayFrom < Day ? (DayFrom, DayTurns + 1) : (at, 1);
    }

    public bool IsOver(DateTimeOffset at, int perHour, int perDay) =>
        (at - HourFrom < Hour && HourTurns >= perHour) || (at - DayFrom < Day && DayTurns >= perDay);
}
