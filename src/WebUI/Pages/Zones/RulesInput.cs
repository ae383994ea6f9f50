using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Zones;

/// <summary>The rules for the whole shop as they are typed.</summary>
public sealed class RulesInput
{
    private const double MostKilograms = 1_000_000;

    public string? FreeFrom { get; set; }

    /// <summary>One code to a line; empty = every zone.</summary>
    public string? FreeZones { get; set; }

    public bool WaivesAll { get; set; }

    public string? FreeKilograms { get; set; }

    public string? PerKilogram { get; set; }

    public string? RoundTo { get; set; }

    public string? Cutoff { get; set; }

    public int Version { get; set; }

    public static RulesInput Of(DeliveryTerms terms, Currency currency) => new()
    {
        FreeFrom = FormReading.Text(terms.FreeFrom, currency),
        FreeZones = string.Join('\n', terms.FreeZones ?? []),
        WaivesAll = terms.Waives == Waiver.All,
        FreeKilograms = (terms.Surcharge?.FreeGrams / 1000d)?.ToString("0.###", CultureInfo.InvariantCulture),
        PerKilogram = FormReading.Text(terms.Surcharge?.PerExtraKilogram, currency),
        RoundTo = terms.RoundTo == 1 ? null : AmountText.ForInput(terms.RoundTo, currency),
        Cutoff = terms.SameDayCutoff?.ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    public DeliveryTerms? Read(Currency currency, Action<string> unreadable)
    {
        var reading = new FormReading(unreadable);
        string[] codes = (FreeZones ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var perKilogram = reading.Amount(nameof(PerKilogram), PerKilogram, currency);
        if (perKilogram is null && !string.IsNullOrWhiteSpace(FreeKilograms))
        {
            reading.Unreadable(nameof(PerKilogram));
        }

        var terms = new DeliveryTerms
        {
            FreeFrom = reading.Amount(nameof(FreeFrom), FreeFrom, currency),
            FreeZones = codes.Length == 0 ? null : codes,
            Waives = WaivesAll ? Waiver.All : Waiver.BaseFee,
            Surcharge = perKilogram is { } price ? new WeightSurcharge(Grams(reading), price) : null,
            RoundTo = reading.Amount(nameof(RoundTo), RoundTo, currency) ?? 1,
            SameDayCutoff = reading.Time(nameof(Cutoff), Cutoff),
        };
        return reading.IsReadable ? terms : null;
    }

    public static string? FieldOf(string code) => code switch
    {
        "delivery_round_to" => "Input.RoundTo",
        "unknown_free_zone" => "Input.FreeZones",
        "free_zones_without_threshold" or "delivery_amount_range" => "Input.FreeFrom",
        _ => null,
    };

    private int Grams(FormReading reading) => string.IsNullOrWhiteSpace(FreeKilograms) ? 0
        : reading.Number(nameof(FreeKilograms), FreeKilograms) is { } kilograms and >= 0 and <= MostKilograms
            ? (int)Math.Round(kilograms * 1_000)
            : reading.Unreadable(nameof(FreeKilograms)) ?? 0;
}
