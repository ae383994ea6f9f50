namespace WaSaas.Domain.Delivery;

/// <summary>A position on earth in degrees (WGS 84).</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusMetres = 6_371_008.8;

    public bool IsOnEarth() => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Straight distance over the ground (haversine), to the metre.</summary>
    public long MetresTo(GeoPoint other)
    {
        var (north, east) = (Radians(other.Latitude - Latitude), Radians(other.Longitude - Longitude));
        var chord = Square(Math.Sin(north / 2))
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(east / 2)));
        return (long)Math.Round(2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
