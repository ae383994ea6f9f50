namespace WaSaas.Domain.Delivery;

/// <summary>The shop's days, in its own time zone (IANA id).</summary>
public sealed record DeliveryCalendar(
    string TimeZone,
    IReadOnlyCollection<DayOfWeek> ClosedWeekdays,
    IReadOnlyCollection<DateOnly> ClosedDays)
{
    private const int LongestClosure = 366;

    public DateTime LocalTime(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    public bool IsOpenOn(DateOnly day) => !ClosedWeekdays.Contains(day.DayOfWeek) && !ClosedDays.Contains(day);

    /// <summary>The first open day from <paramref name="day"/> on; null for a shop that does not open within a year.</summary>
    public DateOnly? OpenDayFrom(DateOnly day)
    {
        for (var ahead = 0; ahead <= LongestClosure; ahead++)
        {
            if (IsOpenOn(day.AddDays(ahead)))
            {
                return day.AddDays(ahead);
            }
        }

        return null;
    }
}
