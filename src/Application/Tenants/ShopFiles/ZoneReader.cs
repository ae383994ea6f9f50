using System.Text.Json;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>One delivery zone of a shop file.</summary>
internal static class ZoneReader
{
    public static ZoneLine Read(JsonFields fields, HashSet<string> seen)
    {
        var name = fields.Text("name", DeliveryZone.MaxNameLength);
        var code = fields.Text("code", DeliveryZone.MaxCodeLength).Value ?? (name.Value is null ? null : ShopSlugs.Of(name.Value));
        if (code is null)
        {
            throw fields.Refuse("name", "is missing; a zone needs a name or a code.");
        }

        if (!seen.Add(code))
        {
            throw fields.Refuse(fields.IsNamed("code") ? "code" : "name", $"leads to the code '{code}', which another zone of the file has.");
        }

        var (basics, terms, area) = (Basics(fields, name), Terms(fields), Area(fields));
        fields.RefuseTheRest();
        return new ZoneLine(fields.Path, code, known => terms(basics(known), known) with { Area = area(known?.Area) });
    }

    private static Func<ZoneDetails?, ZoneDetails> Basics(JsonFields fields, Given<string?> name)
    {
        var fee = fields.Whole("fee");
        return known => new ZoneDetails(
            name.Or(known?.Name) ?? throw fields.Refuse("name", "is missing."),
            fee.Or(known?.Fee) ?? throw fields.Refuse("fee", "is missing."));
    }

    private static Func<ZoneDetails, ZoneDetails?, ZoneDetails> Terms(JsonFields fields)
    {
        var (aliases, eta) = (fields.Texts("aliases", DeliveryZone.MaxNameLength), fields.Text("eta", DeliveryZone.MaxEtaLength));
        var (free, minimum) = (fields.Whole("freeFrom"), fields.Whole("minimumOrder"));
        var (cutoff, cash) = (fields.Time("sameDayCutoff"), fields.Flag("cashOnDelivery"));
        return (read, known) => read with
        {
            Aliases = aliases.Or(known?.Aliases) ?? [],
            Eta = eta.Or(known?.Eta),
            FreeFrom = free.Or(known?.FreeFrom),
            MinimumOrder = minimum.Or(known?.MinimumOrder),
            SameDayCutoff = cutoff.Or(known?.SameDayCutoff),
            CashOnDelivery = cash.Or(known?.CashOnDelivery) ?? true,
        };
    }

    /// <summary>One form at most. One that is null takes that form away and leaves another.</summary>
    private static Func<ZoneArea?, ZoneArea?> Area(JsonFields fields)
    {
        var (polygon, circle, band) = (Polygon(fields), Circle(fields), Band(fields));
        ZoneArea[] drawn = [.. new ZoneArea?[] { polygon.Value, circle.Value, band.Value }.OfType<ZoneArea>()];
        if (drawn.Length > 1)
        {
            throw fields.Refuse(band.Value is null ? "circle" : "band", "is a second form of the same zone; keep one.");
        }

        return known => drawn.Length == 1 ? drawn[0] : known switch
        {
            PolygonArea when polygon.IsGiven => null,
            CircleArea when circle.IsGiven => null,
            BandArea when band.IsGiven => null,
            _ => known,
        };
    }

    private static Given<PolygonArea?> Polygon(JsonFields fields)
    {
        var corners = fields.Items("polygon", Corner);
        return new(corners.IsGiven, corners.Value is null ? null : new PolygonArea(corners.Value));
    }

    private static GeoPoint Corner(string path, JsonElement item) =>
        item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2 && item.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)
            ? new GeoPoint(item[0].GetDouble(), item[1].GetDouble())
            : throw new ShopFileException(path, "must be a latitude and a longitude in brackets.");

    private static Given<CircleArea?> Circle(JsonFields zone)
    {
        var part = zone.Part("circle");
        if (part.Value is not { } fields)
        {
            return new(part.IsGiven, null);
        }

        var circle = new CircleArea(new GeoPoint((double)Needed(fields, "latitude"), (double)Needed(fields, "longitude")), Metres(fields, "kilometres"));
        fields.RefuseTheRest();
        return new(true, circle);
    }

    private static Given<BandArea?> Band(JsonFields zone)
    {
        var part = zone.Part("band");
        if (part.Value is not { } fields)
        {
            return new(part.IsGiven, null);
        }

        var band = new BandArea(Metres(fields, "fromKilometres"), Metres(fields, "toKilometres"));
        fields.RefuseTheRest();
        return new(true, band);
    }

    private static int Metres(JsonFields fields, string name) => Needed(fields, name) is >= 0 and <= 1_000_000 and var kilometres
        ? (int)Math.Round(kilometres * 1_000)
        : throw fields.Refuse(name, "is no distance in kilometres.");

    private static decimal Needed(JsonFields fields, string name) => fields.Number(name) ?? throw fields.Refuse(name, "is missing.");
}
