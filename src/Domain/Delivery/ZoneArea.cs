using System.Text.Json.Serialization;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>Where a zone lies, for customers who send a pin. Named places do not need it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "shape")]
[JsonDerivedType(typeof(PolygonArea), "polygon")]
[JsonDerivedType(typeof(CircleArea), "circle")]
[JsonDerivedType(typeof(BandArea), "band")]
public abstract record ZoneArea
{
    public const int MaxMetres = 1_000_000;

    /// <summary>Refuses what cannot be an area.</summary>
    public abstract Result Check();

    /// <param name="point">The customer's pin.</param>
    /// <param name="shop">Where the shop is; without it no distance band contains anything.</param>
    public abstract bool Contains(GeoPoint point, GeoPoint? shop);
}

public sealed record CircleArea(GeoPoint Centre, int Metres) : ZoneArea
{
    public override Result Check() => Centre.IsOnEarth() && Metres is > 0 and <= MaxMetres ? Result.Ok : ZoneErrors.BadCircle;

    public override bool Contains(GeoPoint point, GeoPoint? shop) => Centre.MetresTo(point) <= Metres;
}

/// <summary>Roads from <paramref name="FromMetres"/> (included) to <paramref name="ToMetres"/> (excluded) away from the shop.</summary>
public sealed record BandArea(int FromMetres, int ToMetres) : ZoneArea
{
    public override Result Check() => FromMetres >= 0 && ToMetres > FromMetres && ToMetres <= MaxMetres ? Result.Ok : ZoneErrors.BadBand;

    public override bool Contains(GeoPoint point, GeoPoint? shop) =>
        shop is { } from && RoadMetres(from, point) is var road && road >= FromMetres && road < ToMetres;

    /// <summary>Nobody rides as the crow flies: roads are taken as 1.3 times the straight distance.</summary>
    public static long RoadMetres(GeoPoint from, GeoPoint to) => from.MetresTo(to) * 13 / 10;

    /// <summary>How far from the shop so many metres of road end.</summary>
    public static double StraightMetres(int road) => road * 10 / 13.0;
}
