using System.Globalization;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Negotiation;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>The styles on the vendor's own numbers: a table, and the same as lines.</summary>
public sealed record StylePreviewView(StylePreview Preview, NegotiationStyle Chosen)
{
    public const int Width = 320;
    public const int Height = 120;
    private const int Edge = 6;

    /// <summary>How often a customer is answered at most, the public price included.</summary>
    public int Steps => Preview.Curves.Max(curve => curve.Offers.Count);

    private long Highest => Preview.Price.Minor;

    private long Lowest => Preview.Curves.Min(curve => curve.LowestTaken);

    public string Text(long minor) => MoneyText.Of(Preview.Price with { Minor = minor }, Languages.Current);

    /// <summary>Points of the line, for an SVG polyline.</summary>
    public string LineOf(StyleCurve curve) => string.Join(' ', curve.Offers.Select((offer, step) => string.Create(CultureInfo.InvariantCulture, $"{X(step)},{Y(offer)}")));

    private int X(int step) => Edge + (step * (Width - (2 * Edge)) / Math.Max(1, Steps - 1));

    private long Y(long offer) => Edge + ((Highest - offer) * (Height - (2 * Edge)) / Math.Max(1, Highest - Lowest));
}
