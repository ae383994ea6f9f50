using System.Globalization;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Pages.Zones;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>A day's hours as they are typed; both empty = closed.</summary>
public sealed class DayInput
{
    private const string Clock = "HH:mm";

    /// <summary>In the order of the form.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public string? Opens { get; set; }

    public string? Closes { get; set; }

    public bool IsClosed => string.IsNullOrWhiteSpace(Opens) && string.IsNullOrWhiteSpace(Closes);

    public static DayInput Of(OpeningHours? hours) => new()
    {
        Opens = hours?.Opens.ToString(Clock, CultureInfo.InvariantCulture),
        Closes = hours?.Closes.ToString(Clock, CultureInfo.InvariantCulture),
    };

    /// <summary>Half a day's times are refused later, as a day that closes when it opens.</summary>
    internal OpeningHours Read(FormReading reading)
    {
        var (opens, closes) = (reading.Time(nameof(ShopInput.Days), Opens), reading.Time(nameof(ShopInput.Days), Closes));
        return new OpeningHours(opens ?? closes ?? default, closes ?? opens ?? default);
    }
}
