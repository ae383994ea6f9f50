namespace WaSaas.Domain.Delivery;

/// <summary>
/// What may be said about the time of delivery. A day is only promised where the vendor set a cut-off; else there are
/// her own words, or nothing.
/// </summary>
/// <param name="Words">The vendor's words.</param>
/// <param name="Day">The promised day in the shop's time zone.</param>
/// <param name="SaidOn">The shop's date at that moment.</param>
/// <param name="Cutoff">Orders before it leave on the same day.</param>
public sealed record Eta(string? Words, DateOnly? Day, DateOnly SaidOn, TimeOnly? Cutoff)
{
    public bool IsSameDay => Day == SaidOn;

    public static Eta At(DateTimeOffset at, DeliveryCalendar calendar, TimeOnly? cutoff, string? words)
    {
        var local = calendar.LocalTime(at);
        var today = DateOnly.FromDateTime(local);
        if (cutoff is not { } last)
        {
            return new Eta(words, null, today, null);
        }

        var earliest = TimeOnly.FromDateTime(local) < last ? today : today.AddDays(1);
        return new Eta(words, calendar.OpenDayFrom(earliest), today, cutoff);
    }
}
