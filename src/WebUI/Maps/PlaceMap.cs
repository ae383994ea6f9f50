using System.Globalization;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Maps;

/// <summary>A small map of a pin among the shop's zones, drawn here: nobody outside is told where a customer lives.</summary>
public sealed class PlaceMap
{
    private const double LongestScale = 90;
    private const double LabelWidth = 70;
    private const double LabelHeight = 14;
    private const int MostLabels = 5;
    private const int Kilometre = 1_000;

    private readonly ZoneMap _map;
    private readonly MapFrame _frame;

    private PlaceMap(ZoneMap map, GeoPoint pin, MappedZone? here)
    {
        (_map, Pin, Here) = (map, pin, here);
        _frame = new MapFrame([pin, .. map.Shop is { } shop ? [shop] : Array.Empty<GeoPoint>(), .. MapFrame.Extent(here?.Area)]);
    }

    public GeoPoint Pin { get; }

    /// <summary>The zone that the pin lies in.</summary>
    public MappedZone? Here { get; }

    public int Width => MapFrame.Width;

    public int Height => MapFrame.Height;

    /// <summary>The first zone of the vendor's order is drawn last: it is the one that counts where several lie.</summary>
    public IEnumerable<(string Path, bool IsHere)> Areas =>
        _map.Zones.Reverse().Select(zone => (_frame.Path(zone.Area, _map.Shop), zone.Id == Here?.Id)).Where(area => area.Item1.Length > 0);

    public (string X, string Y) At => Text(_frame.Of(Pin));

    public (string X, string Y)? Shop => _map.Shop is { } shop ? Text(_frame.Of(shop)) : null;

    public (string Text, string Pixels, string Middle) Scale()
    {
        var (metres, pixels) = _frame.Scale(LongestScale);
        return (Length(metres), pixels.ToString("F1", CultureInfo.InvariantCulture), (pixels / 2).ToString("F1", CultureInfo.InvariantCulture));
    }

    /// <summary>As the crow flies; null when nobody knows where the shop is.</summary>
    public string? Distance => _map.Shop is { } shop ? Length(shop.MetresTo(Pin)) : null;

    public string Link => RiderCard.MapLink(Pin);

    /// <param name="map">The shop's ground; null when there is nothing to draw on.</param>
    /// <param name="pin">A place on earth.</param>
    /// <param name="zone">The zone that is known to count; null = the one that the pin lies in.</param>
    public static PlaceMap? Of(ZoneMap? map, GeoPoint? pin, ZoneId? zone = null) => map is not null && pin is { } at && at.IsOnEarth()
        ? new PlaceMap(map, at, zone is { } known ? map.Zones.FirstOrDefault(z => z.Id == known) : map.At(at))
        : null;

    /// <summary>Names of zones where they do not cover each other, the pin's own first.</summary>
    public IReadOnlyList<(string Name, string X, string Y)> Labels()
    {
        var placed = new List<(string Name, (double X, double Y) At)>();
        foreach (var zone in _map.Zones.OrderByDescending(zone => zone.Id == Here?.Id))
        {
            var at = _frame.Of(Middle(zone.Area));
            var isFree = placed.TrueForAll(other => Math.Abs(other.At.X - at.X) > LabelWidth || Math.Abs(other.At.Y - at.Y) > LabelHeight);
            if (zone.Area is not BandArea && isFree && MapFrame.IsInside(at) && placed.Count < MostLabels)
            {
                placed.Add((zone.Name, at));
            }
        }

        return [.. placed.Select(label => (label.Name, Text(label.At).X, Text(label.At).Y))];
    }

    private static GeoPoint Middle(ZoneArea area) => area switch
    {
        PolygonArea { Corners: var corners } => new GeoPoint(corners.Average(c => c.Latitude), corners.Average(c => c.Longitude)),
        CircleArea circle => circle.Centre,
        _ => default,
    };

    private static string Length(long metres) => metres >= Kilometre
        ? $"{(metres / (double)Kilometre).ToString("0.#", CultureInfo.GetCultureInfo(Languages.Current))}\u00a0km"
        : $"{metres}\u00a0m";

    private static (string X, string Y) Text((double X, double Y) at) =>
        (at.X.ToString("F1", CultureInfo.InvariantCulture), at.Y.ToString("F1", CultureInfo.InvariantCulture));
}
