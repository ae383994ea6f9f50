using System.Globalization;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Negotiation;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Pages.Zones;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The assistant's manner and the rules it sells by, as they are typed.</summary>
public sealed class AssistantInput
{
    public string? Name { get; set; }

    public string? Tone { get; set; }

    public string? Greeting { get; set; }

    public NegotiationStyle Style { get; set; }

    public string? PriceStep { get; set; }

    public string? CashStep { get; set; }

    public string? AgreementHours { get; set; }

    public string? CoolDownDays { get; set; }

    public string? TakeoverMinutes { get; set; }

    public bool HaggleCart { get; set; }

    public bool VoiceReplies { get; set; }

    public int Version { get; set; }

    public static AssistantInput Of(ShopSettings settings)
    {
        var (sales, currency) = (settings.Sales, settings.Profile.Currency);
        return new AssistantInput
        {
            Name = settings.Assistant.Name,
            Tone = settings.Assistant.Tone,
            Greeting = settings.Assistant.Greeting,
            Style = sales.Style,
            PriceStep = FormReading.Text(sales.PriceStep, currency),
            CashStep = FormReading.Text(sales.CashStep, currency),
            AgreementHours = Text(sales.AgreementHours),
            CoolDownDays = Text(sales.CoolDownDays),
            TakeoverMinutes = Text(sales.TakeoverMinutes),
            HaggleCart = sales.HaggleCart,
            VoiceReplies = sales.VoiceReplies == true,
            Version = settings.Version,
        };
    }

    /// <summary>The change, or the fields that cannot be read.</summary>
    public EditAssistant? Read(ShopSettings known, Action<string> unreadable)
    {
        var (reading, currency) = (new FormReading(unreadable), known.Profile.Currency);
        var sales = known.Sales with
        {
            Style = Style,
            PriceStep = reading.Amount(nameof(PriceStep), PriceStep, currency),
            CashStep = reading.Amount(nameof(CashStep), CashStep, currency),
            AgreementHours = Whole(reading, nameof(AgreementHours), AgreementHours),
            CoolDownDays = Whole(reading, nameof(CoolDownDays), CoolDownDays),
            TakeoverMinutes = Whole(reading, nameof(TakeoverMinutes), TakeoverMinutes),
            HaggleCart = HaggleCart,

            // Who never chose voice has not said no either.
            VoiceReplies = VoiceReplies || known.Sales.VoiceReplies is not null ? VoiceReplies : null,
        };
        return reading.IsReadable ? new EditAssistant(Version, Given(Name), Tone ?? "", Given(Greeting), sales) : null;
    }

    public static string? FieldOf(string code) => code switch
    {
        "assistant_name_length" => "Input.Name",
        "unknown_tone" => "Input.Tone",
        "greeting_length" => "Input.Greeting",
        "style_not_in_plan" or "style_not_in_plan_next" or "negotiation_style" => "Input.Style",
        "price_step_range" => "Input.PriceStep",
        "agreement_validity_range" => "Input.AgreementHours",
        "cool_down_range" => "Input.CoolDownDays",
        "takeover_range" => "Input.TakeoverMinutes",
        _ => null,
    };

    private static int Whole(FormReading reading, string field, string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : reading.Unreadable(field) ?? 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
