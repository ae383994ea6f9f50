using System.Globalization;
using WaSaas.Application.Common;
using WaSaas.Application.Negotiation;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The vendor's ruler of one haggle: floor, list price and every number that was named, to scale.</summary>
public sealed record RulerView(RuledPrice Price, Currency Currency)
{
    private const double Least = 0.06;

    public bool IsNegotiable => Price.Floor < Price.List;

    /// <summary>The customer's numbers, for one piece.</summary>
    public IReadOnlyList<long> Asked => [.. Price.Steps.Where(step => step.CustomerOffer is > 0).Select(Unit).Distinct()];

    /// <summary>The shop's offers under the list price.</summary>
    public IReadOnlyList<long> Offered => [.. Price.Steps.Select(step => step.Unit).Where(unit => unit < Price.List && unit != Price.AgreedUnitPrice).Distinct()];

    /// <summary>Where the end of the ruler is: the lowest number that was named, with some room.</summary>
    private long Lowest
    {
        get
        {
            var low = Asked.Append(Price.Floor).Min();
            return Math.Max(0, low - (long)((Price.List - low) * Least) - 1);
        }
    }

    public string At(long minor) => string.Create(CultureInfo.InvariantCulture, $"{Share(minor):F1}%");

    /// <summary>Width of what may be given.</summary>
    public string Room => string.Create(CultureInfo.InvariantCulture, $"{100 - Share(Price.Floor):F1}%");

    /// <summary>Floor and list price lie too close for their words to stand on one line.</summary>
    public bool IsCrowded => Share(Price.Floor) > 40;

    /// <summary>Words stay inside the picture.</summary>
    public string AnchorAt(long minor) => Share(minor) switch { < 20 => "start", > 80 => "end", _ => "middle" };

    public string Text(long minor) => MoneyText.Of(new Money(minor, Currency), Languages.Current);

    public string Texts(IEnumerable<long> minors) => string.Join(", ", minors.Select(Text));

    private double Share(long minor) => 100d * Math.Clamp(minor - Lowest, 0, Price.List - Lowest) / Math.Max(1, Price.List - Lowest);

    private static long Unit(HaggleStep step) => step.Basis == AmountBasis.Total ? step.CustomerOffer!.Value / step.Quantity : step.CustomerOffer!.Value;
}
