using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>Times as people here read them, in the shop's zone: 14:32 today, « hier » yesterday, else the day.</summary>
public static class Moments
{
    public static string Clock(DateTimeOffset at, string zone) => Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The clock; with the day when it is not today.</summary>
    public static string InThread(DateTimeOffset at, DateTimeOffset now, string zone) =>
        DateOf(at, zone) == DateOf(now, zone) ? Clock(at, zone) : $"{Clock(at, zone)} ({Day(at, now, zone)})";

    /// <summary>22 novembre, 1er décembre; with the year when it is not this one.</summary>
    public static string Day(DateTimeOffset at, DateTimeOffset now, string zone)
    {
        var (local, today) = (Local(at, zone), Local(now, zone));
        var format = local.Year == today.Year ? "d MMMM" : "d MMMM yyyy";
        var day = local.ToString(format, CultureInfo.GetCultureInfo(Languages.Current));
        return local.Day == 1 && Languages.Current == "fr" ? $"1er{day[1..]}" : day;
    }

    public static DateOnly DateOf(DateTimeOffset at, string zone) => DateOnly.FromDateTime(Local(at, zone).DateTime);

    /// <summary>For lists: relative under an hour, the clock today, else the day.</summary>
    public static string InList(DateTimeOffset at, DateTimeOffset now, string zone, Says says)
    {
        var passed = now - at;
        if (passed < TimeSpan.FromMinutes(1))
        {
            return says["Time.now"];
        }

        if (passed < TimeSpan.FromHours(1))
        {
            return says["Time.minutes", (int)passed.TotalMinutes];
        }

        return (DateOf(now, zone).DayNumber - DateOf(at, zone).DayNumber) switch
        {
            0 => Clock(at, zone),
            1 => says["Time.yesterday"],
            _ => Day(at, now, zone),
        };
    }

    private static DateTimeOffset Local(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
}
