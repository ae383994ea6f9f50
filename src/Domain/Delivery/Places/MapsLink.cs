using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Domain.Delivery.Places;

/// <summary>A place from a maps link. A mere view of the map may have its centre beside the place: it has to be confirmed.</summary>
public sealed record MapsPlace(GeoPoint Point, bool IsView);

/// <summary>
/// Reads the position out of links of Google Maps, Apple Maps, OpenStreetMap and Waze and of geo: addresses. Links are
/// never opened: a customer's link could lead anywhere. Shortened links hold no position; ask for the pin then.
/// </summary>
public static partial class MapsLink
{
    private static readonly string[] PlaceKeys = ["destination", "daddr", "query", "q", "coordinate", "ll", "latlng", "to"];
    private static readonly string[] ViewKeys = ["center", "sll", "viewpoint"];

    /// <summary>The first position in the text, or null.</summary>
    public static MapsPlace? Find(string text) => Geo(text) ?? Links(text).Select(Read).FirstOrDefault(place => place is not null);

    /// <summary>There is a maps link, also one that holds no position.</summary>
    public static bool IsIn(string text) => GeoAddress().IsMatch(text) || Links(text).Any();

    private static MapsPlace? Geo(string text) => GeoAddress().Match(text) is { Success: true } geo
        ? Place(geo.Groups["pin"].Success ? geo.Groups["pin"].Value : geo.Groups["at"].Value, isView: false)
        : null;

    private static IEnumerable<Uri> Links(string text) => WebAddress().Matches(text)
        .Select(match => Uri.TryCreate(match.Value.TrimEnd('.', ',', ')', '!', '?'), UriKind.Absolute, out var link) ? link : null)
        .Where(link => link is not null && IsMaps(link))
        .Select(link => link!);

    private static bool IsMaps(Uri link) =>
        MapsHost().IsMatch(link.Host) || (GoogleHost().IsMatch(link.Host) && link.AbsolutePath.StartsWith("/maps", StringComparison.Ordinal));

    // The more a shape says of the place itself, the earlier it is tried: a Google link to a place also holds the view.
    private static MapsPlace? Read(Uri link)
    {
        var (path, query) = (Uri.UnescapeDataString(link.AbsolutePath), Query(link));
        return Marker(query)
            ?? Place(DataPin().Match(path))
            ?? PlaceKeys.Select(key => query.TryGetValue(key, out var value) ? Place(value, false) : null).FirstOrDefault(p => p is not null)
            ?? Place(PathPin().Match(path))
            ?? ViewKeys.Select(key => query.TryGetValue(key, out var value) ? Place(value, true) : null).FirstOrDefault(p => p is not null)
            ?? View(ViewPath().Match(path))
            ?? View(MapFragment().Match(link.Fragment));
    }

    private static MapsPlace? Marker(Dictionary<string, string> query) =>
        query.TryGetValue("mlat", out var latitude) && query.TryGetValue("mlon", out var longitude) ? Place($"{latitude},{longitude}", false) : null;

    private static MapsPlace? Place(Match match) => match.Success ? Place($"{match.Groups[1].Value},{match.Groups[2].Value}", false) : null;

    private static MapsPlace? View(Match match) => match.Success ? Place($"{match.Groups[1].Value},{match.Groups[2].Value}", true) : null;

    private static MapsPlace? Place(string value, bool isView)
    {
        var pair = Pair().Match(value);
        if (!pair.Success || !TryDegrees(pair.Groups[1].Value, out var latitude) || !TryDegrees(pair.Groups[2].Value, out var longitude))
        {
            return null;
        }

        var point = new GeoPoint(latitude, longitude);
        return point.IsOnEarth() ? new MapsPlace(point, isView) : null;
    }

    private static bool TryDegrees(string text, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);

    private static Dictionary<string, string> Query(Uri link)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in link.Query.TrimStart('?').Split('&'))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0)
            {
                values.TryAdd(part[..cut], Uri.UnescapeDataString(part[(cut + 1)..].Replace('+', ' ')));
            }
        }

        return values;
    }

    [GeneratedRegex(@"https?://[^\s<>""]{1,2000}", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\bgeo:(?<at>-?[\d.]+,-?[\d.]+)(?:\?q=(?<pin>-?[\d.]+,-?[\d.]+))?", RegexOptions.IgnoreCase)]
    private static partial Regex GeoAddress();

    [GeneratedRegex(
        @"^(maps\.google\.[a-z]{2,3}(\.[a-z]{2})?|maps\.app\.goo\.gl|maps\.apple(\.com)?|(www\.)?(openstreetmap\.org|osm\.org|waze\.com))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex MapsHost();

    [GeneratedRegex(@"^((www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?|goo\.gl)$", RegexOptions.IgnoreCase)]
    private static partial Regex GoogleHost();

    [GeneratedRegex(@"^\s*(?:loc:)?\s*([-+]?\d{1,3}(?:\.\d+)?)\s*,\s*([-+]?\d{1,3}(?:\.\d+)?)(?![\d.])")]
    private static partial Regex Pair();

    [GeneratedRegex(@"!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)")]
    private static partial Regex DataPin();

    [GeneratedRegex(@"/(?:place|search|dir/[^@]*?)/?([-+]?\d{1,3}\.\d+),\s*\+?([-+]?\d{1,3}\.\d+)(?:/|$)")]
    private static partial Regex PathPin();

    [GeneratedRegex(@"/@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")]
    private static partial Regex ViewPath();

    [GeneratedRegex(@"map=[\d.]+/(-?\d+(?:\.\d+)?)/(-?\d+(?:\.\d+)?)")]
    private static partial Regex MapFragment();
}
