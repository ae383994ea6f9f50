using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Zones;

/// <summary>A zone as it is typed.</summary>
public sealed class ZoneInput
{
    public string? Name { get; set; }

    public string? Fee { get; set; }

    /// <summary>One to a line.</summary>
    public string? Aliases { get; set; }

    public string? Eta { get; set; }

    public string? FreeFrom { get; set; }

    public string? MinimumOrder { get; set; }

    public string? Cutoff { get; set; }

    public bool CashOnDelivery { get; set; }

    public AreaInput Area { get; set; } = new();

    /// <summary>What was on screen; see <c>EditZone</c>.</summary>
    public int Version { get; set; }

    public static ZoneInput Of(ZoneDetails details, Currency currency) => new()
    {
        Name = details.Name,
        Fee = AmountText.ForInput(details.Fee, currency),
        Aliases = string.Join('\n', details.Aliases),
        Eta = details.Eta,
        FreeFrom = FormReading.Text(details.FreeFrom, currency),
        MinimumOrder = FormReading.Text(details.MinimumOrder, currency),
        Cutoff = details.SameDayCutoff?.ToString("HH:mm", CultureInfo.InvariantCulture),
        CashOnDelivery = details.CashOnDelivery,
        Area = AreaInput.Of(details.Area),
    };

    /// <summary>The zone, or the fields that cannot be read.</summary>
    public ZoneDetails? Read(Currency currency, Action<string> unreadable)
    {
        var reading = new FormReading(unreadable);
        var details = new ZoneDetails(Name ?? "", reading.Amount(nameof(Fee), string.IsNullOrWhiteSpace(Fee) ? "?" : Fee, currency) ?? 0)
        {
            Aliases = FormReading.Lines(Aliases),
            Eta = string.IsNullOrWhiteSpace(Eta) ? null : Eta.Trim(),
            FreeFrom = reading.Amount(nameof(FreeFrom), FreeFrom, currency),
            MinimumOrder = reading.Amount(nameof(MinimumOrder), MinimumOrder, currency),
            SameDayCutoff = reading.Time(nameof(Cutoff), Cutoff),
            CashOnDelivery = CashOnDelivery,
            Area = Area.Read(reading),
        };
        return reading.IsReadable ? details : null;
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string? FieldOf(string code) => code switch
    {
        "zone_name_length" => "Input.Name",
        "zone_amount_range" => "Input.Fee",
        "zone_eta_length" => "Input.Eta",
        "alias_length" or "aliases_too_many" => "Input.Aliases",
        "zone_polygon" => "Input.Area.Polygon",
        "zone_circle" => "Input.Area.Kilometres",
        "zone_band" => "Input.Area.ToKilometres",
        _ => null,
    };
}
