using System.Globalization;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Pages.Zones;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The shop as it is typed.</summary>
public sealed class ShopInput
{
    private static readonly string[] DateForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public string? Name { get; set; }

    public string? City { get; set; }

    public string? Address { get; set; }

    public string? Language { get; set; }

    public string? TimeZone { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public List<DayInput> Days { get; set; } = [];

    /// <summary>One date to a line.</summary>
    public string? ClosedDays { get; set; }

    /// <summary>One way to a line.</summary>
    public string? Payment { get; set; }

    public string? Returns { get; set; }

    public int Version { get; set; }

    public static ShopInput Of(ShopSettings settings)
    {
        var (profile, facts) = (settings.Profile, settings.Facts);
        return new ShopInput
        {
            Name = profile.Name,
            City = profile.City,
            Address = profile.Address,
            Language = Localisation.Languages.Of(profile.Locale),
            TimeZone = profile.TimeZone,
            Latitude = facts.Location?.Latitude.ToString(CultureInfo.InvariantCulture),
            Longitude = facts.Location?.Longitude.ToString(CultureInfo.InvariantCulture),
            Days = [.. DayInput.Week.Select(day => DayInput.Of(facts.Hours?.GetValueOrDefault(day)))],
            ClosedDays = string.Join('\n', facts.ClosedDays.Select(day => day.ToString(DateForms[0], CultureInfo.InvariantCulture))),
            Payment = string.Join('\n', facts.Payment),
            Returns = facts.Returns,
            Version = settings.Version,
        };
    }

    /// <summary>The change, or the fields that cannot be read.</summary>
    public EditShop? Read(ShopSettings known, Action<string> unreadable)
    {
        var reading = new FormReading(unreadable);
        var language = Language == "en" ? "en" : "fr";
        var profile = known.Profile with
        {
            Name = Name ?? "",
            City = Text(City),
            Address = Text(Address),
            Locale = known.Profile.Country is { } country ? $"{language}-{country}" : language,
            TimeZone = TimeZone ?? "",
        };
        var facts = known.Facts with
        {
            Location = Place(reading),
            Hours = Hours(reading),
            ClosedDays = [.. Lines(ClosedDays).Select(line => Date(reading, line)).OfType<DateOnly>().Distinct().Order()],
            Payment = Lines(Payment),
            Returns = Text(Returns),
        };
        return reading.IsReadable ? new EditShop(Version, profile, facts) : null;
    }

    public static string? FieldOf(string code) => code switch
    {
        "shop_name_length" => "Input.Name",
        "unknown_time_zone" => "Input.TimeZone",
        "location_range" => "Input.Latitude",
        "hours_incomplete" => "Input.Days",
        "facts_length" => "Input.Returns",
        _ => null,
    };

    private ShopLocation? Place(FormReading reading) => string.IsNullOrWhiteSpace(Latitude) && string.IsNullOrWhiteSpace(Longitude)
        ? null
        : new ShopLocation(reading.Number(nameof(Latitude), Latitude) ?? 0, reading.Number(nameof(Longitude), Longitude) ?? 0);

    /// <summary>A week without any time: hours are not told.</summary>
    private Dictionary<DayOfWeek, OpeningHours>? Hours(FormReading reading)
    {
        var open = DayInput.Week.Zip(Days).Where(day => !day.Second.IsClosed).ToList();
        return open.Count == 0 ? null : open.ToDictionary(day => day.First, day => day.Second.Read(reading));
    }

    private static DateOnly? Date(FormReading reading, string line)
    {
        if (DateOnly.TryParseExact(line, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        reading.Unreadable(nameof(ClosedDays));
        return null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
