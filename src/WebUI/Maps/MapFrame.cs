using System.Globalization;
using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Maps;

/// <summary>From degrees to the pixels of a small drawing: flat, which is true enough for a town. North is up.</summary>
internal sealed class MapFrame
{
    public const int Width = 320;
    public const int Height = 180;
    private const double MetresPerDegree = 111_195;
    private const int WidestCircle = 5_000;
    private const double Narrowest = 800;
    private const double Margin = 1.25;

    private readonly GeoPoint _centre;
    private readonly double _metresPerPixel;

    /// <param name="shown">What has to be in the picture, at least one point.</param>
    public MapFrame(IReadOnlyCollection<GeoPoint> shown)
    {
        var (south, north) = (shown.Min(p => p.Latitude), shown.Max(p => p.Latitude));
        var (west, east) = (shown.Min(p => p.Longitude), shown.Max(p => p.Longitude));
        _centre = new GeoPoint((south + north) / 2, (west + east) / 2);
        var wide = Math.Max((east - west) * MetresPerDegree * Squeeze, Narrowest) * Margin;
        var high = Math.Max((north - south) * MetresPerDegree, Narrowest * Height / Width) * Margin;
        _metresPerPixel = Math.Max(wide / Width, high / Height);
    }

    private double Squeeze => Math.Cos(_centre.Latitude * Math.PI / 180);

    public (double X, double Y) Of(GeoPoint point) => (
        (Width / 2.0) + ((point.Longitude - _centre.Longitude) * MetresPerDegree * Squeeze / _metresPerPixel),
        (Height / 2.0) - ((point.Latitude - _centre.Latitude) * MetresPerDegree / _metresPerPixel));

    public double Pixels(double metres) => metres / _metresPerPixel;

    public static bool IsInside((double X, double Y) at) => at is { X: > 0 and < Width, Y: > 0 and < Height };

    /// <summary>The longest round length that fits into the corner.</summary>
    public (int Metres, double Pixels) Scale(double most)
    {
        var limit = most * _metresPerPixel;
        var power = Math.Pow(10, Math.Floor(Math.Log10(limit)));
        var metres = power * (limit / power >= 5 ? 5 : limit / power >= 2 ? 2 : 1);
        return ((int)metres, Pixels(metres));
    }

    /// <summary>What of an area should be seen; of a wide circle its middle.</summary>
    public static IEnumerable<GeoPoint> Extent(ZoneArea? area) => area switch
    {
        PolygonArea polygon => polygon.Corners,
        CircleArea { Centre: var centre, Metres: var metres } => Math.Min(metres, WidestCircle) / MetresPerDegree is var degrees
            ? [centre with { Latitude = centre.Latitude - degrees }, centre with { Latitude = centre.Latitude + degrees }, centre with { Longitude = centre.Longitude - degrees }, centre with { Longitude = centre.Longitude + degrees }]
            : [],
        _ => [],
    };

    public string Path(ZoneArea area, GeoPoint? shop) => area switch
    {
        PolygonArea polygon => $"M{string.Join('L', polygon.Corners.Select(corner => Text(Of(corner))))}Z",
        CircleArea circle => Circle(Of(circle.Centre), Pixels(circle.Metres)),
        BandArea band when shop is { } centre => Circle(Of(centre), Pixels(BandArea.StraightMetres(band.ToMetres))) + (band.FromMetres > 0 ? Circle(Of(centre), Pixels(BandArea.StraightMetres(band.FromMetres))) : ""),
        _ => "",
    };

    private static string Circle((double X, double Y) at, double radius) => string.Create(
        CultureInfo.InvariantCulture, $"M{at.X - radius:F1} {at.Y:F1}a{radius:F1} {radius:F1} 0 1 0 {radius * 2:F1} 0a{radius:F1} {radius:F1} 0 1 0 {-radius * 2:F1} 0Z");

    private static string Text((double X, double Y) at) => string.Create(CultureInfo.InvariantCulture, $"{at.X:F1} {at.Y:F1}");
}
