using System.Globalization;
using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Pages.Zones;

public enum AreaShape
{
    None = 0,
    Circle = 1,
    Band = 2,
    Polygon = 3,
}

/// <summary>Where a zone lies, as it is typed; only the fields of the chosen shape count.</summary>
public sealed class AreaInput
{
    private const double MostKilometres = 1_000;

    public AreaShape Shape { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public string? Kilometres { get; set; }

    public string? FromKilometres { get; set; }

    public string? ToKilometres { get; set; }

    /// <summary>One corner to a line: latitude, then longitude.</summary>
    public string? Polygon { get; set; }

    public static AreaInput Of(ZoneArea? area) => area switch
    {
        CircleArea circle => new AreaInput
        {
            Shape = AreaShape.Circle,
            Latitude = Text(circle.Centre.Latitude),
            Longitude = Text(circle.Centre.Longitude),
            Kilometres = Text(circle.Metres / 1000d),
        },
        BandArea band => new AreaInput { Shape = AreaShape.Band, FromKilometres = Text(band.FromMetres / 1000d), ToKilometres = Text(band.ToMetres / 1000d) },
        PolygonArea polygon => new AreaInput
        {
            Shape = AreaShape.Polygon,
            Polygon = string.Join('\n', polygon.Corners.Select(c => $"{Text(c.Latitude)} {Text(c.Longitude)}")),
        },
        _ => new AreaInput(),
    };

    internal ZoneArea? Read(FormReading reading) => Shape switch
    {
        AreaShape.Circle => new CircleArea(
            new GeoPoint(reading.Number("Area.Latitude", Latitude) ?? 0, reading.Number("Area.Longitude", Longitude) ?? 0), Metres(reading, "Area.Kilometres", Kilometres)),
        AreaShape.Band => new BandArea(Metres(reading, "Area.FromKilometres", FromKilometres), Metres(reading, "Area.ToKilometres", ToKilometres)),
        AreaShape.Polygon => new PolygonArea([.. FormReading.Lines(Polygon).Select(line => Corner(reading, line))]),
        _ => null,
    };

    private static int Metres(FormReading reading, string field, string? text) => reading.Number(field, text) switch
    {
        null => 0,
        >= 0 and <= MostKilometres and { } kilometres => (int)Math.Round(kilometres * 1_000),
        _ => reading.Unreadable(field) ?? 0,
    };

    private static GeoPoint Corner(FormReading reading, string line)
    {
        var parts = line.Split([' ', '\t', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
        {
            reading.Unreadable("Area.Polygon");
            return default;
        }

        return new GeoPoint(reading.Number("Area.Polygon", parts[0]) ?? 0, reading.Number("Area.Polygon", parts[1]) ?? 0);
    }

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
