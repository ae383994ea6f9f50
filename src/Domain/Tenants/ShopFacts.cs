using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

/// <summary>Degrees, WGS 84.</summary>
public sealed record ShopLocation(double Latitude, double Longitude);

/// <summary>Open from and to, in the shop's time zone; closing after midnight is written as an earlier time.</summary>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes);

/// <summary>What the assistant may tell of the shop beside its products. Free texts are quoted, never obeyed.</summary>
public sealed record ShopFacts
{
    public const int MaxText = 500;

    public ShopLocation? Location { get; init; }

    /// <summary>Hours by day; a day that is not in it is closed. Null = hours are not told.</summary>
    public IReadOnlyDictionary<DayOfWeek, OpeningHours>? Hours { get; init; }

    public IReadOnlyList<DateOnly> ClosedDays { get; init; } = [];

    /// <summary>Ways to pay, in the vendor's words.</summary>
    public IReadOnlyList<string> Payment { get; init; } = [];

    public string? Returns { get; init; }

    /// <summary>Whether somebody is there at this local time; unknown hours count as open.</summary>
    public bool IsOpen(DateTime local)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return Hours is null
            || (HoursOn(day) is { } today && time >= today.Opens && (today.Closes < today.Opens || time < today.Closes))
            || (HoursOn(day.AddDays(-1)) is { } yesterday && yesterday.Closes < yesterday.Opens && time < yesterday.Closes);
    }

    /// <summary>When somebody is there next, in local time; null when hours are not told or no day of two weeks is open.</summary>
    public DateTime? NextOpening(DateTime local) => Enumerable.Range(0, 14)
        .Select(ahead => DateOnly.FromDateTime(local).AddDays(ahead))
        .Select(day => HoursOn(day) is { } hours ? day.ToDateTime(hours.Opens) : (DateTime?)null)
        .FirstOrDefault(opening => opening > local);

    public Result Check()
    {
        if (Location is { } place && (Math.Abs(place.Latitude) > 90 || Math.Abs(place.Longitude) > 180 || !double.IsFinite(place.Latitude + place.Longitude)))
        {
            return TenantErrors.LocationRange;
        }

        if (Hours?.Values.Any(day => day.Opens == day.Closes) == true)
        {
            return TenantErrors.HoursIncomplete;
        }

        return Returns?.Length > MaxText || Payment.Count > 20 || Payment.Any(p => p.Length is 0 or > 80) ? TenantErrors.FactsLength(MaxText) : Result.Ok;
    }

    private OpeningHours? HoursOn(DateOnly day) => ClosedDays.Contains(day) ? null : Hours?.GetValueOrDefault(day.DayOfWeek);
}
