using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>A drawn area: corners in order, the last is joined to the first.</summary>
public sealed record PolygonArea(IReadOnlyList<GeoPoint> Corners) : ZoneArea
{
    public const int MaxCorners = 500;

    public override Result Check()
    {
        var drawn = Corners.Distinct().Count() >= 3 && Corners.Count <= MaxCorners && Corners.All(c => c.IsOnEarth());

        return drawn && !CrossesDateLine() ? Result.Ok : ZoneErrors.BadPolygon;
    }

    /// <summary>Ray casting: a ray from the point crosses the border an odd number of times when the point is inside.</summary>
    public override bool Contains(GeoPoint point, GeoPoint? shop)
    {
        var inside = false;
        for (int i = 0, j = Corners.Count - 1; i < Corners.Count; j = i++)
        {
            inside ^= Crosses(point, Corners[i], Corners[j]);
        }

        return inside;
    }

    public bool Equals(PolygonArea? other) => other is not null && Corners.SequenceEqual(other.Corners);

    public override int GetHashCode() => Corners.Aggregate(0, HashCode.Combine);

    private static bool Crosses(GeoPoint point, GeoPoint a, GeoPoint b) =>
        (a.Latitude > point.Latitude) != (b.Latitude > point.Latitude)
        && point.Longitude < ((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude;

    private bool CrossesDateLine() => Corners.Max(c => c.Longitude) - Corners.Min(c => c.Longitude) > 180;
}
