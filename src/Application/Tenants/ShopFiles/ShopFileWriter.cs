using System.Globalization;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>A shop in the words of the format, every field written, so that reading it makes the same shop.</summary>
internal static class ShopFileWriter
{
    public static object Write(
        Tenant shop, DeliveryTerms terms, IEnumerable<DeliveryZone> zones, IEnumerable<Product> products, Func<string, string> pathOfPhoto) => new
    {
        Version = 1, shop.Name, shop.Slug, shop.City, shop.Country, Currency = shop.Currency.Code, shop.Locale, shop.TimeZone, shop.Address,
        shop.Facts.Location,
        Hours = Hours(shop.Facts.Hours),
        ClosedDays = shop.Facts.ClosedDays.Select(Day),
        shop.Facts.Payment, shop.Facts.Returns, shop.Sales.CashStep,
        Assistant = Assistant(shop.Assistant, shop.Sales),
        Delivery = Delivery(terms, zones.Select(Zone)),
        Products = products.Select(p => ProductOf(p, p.Details(), pathOfPhoto)),
    };

    private static object Assistant(AssistantProfile profile, SalesRules sales) => new
    {
        profile.Name, profile.Tone, Style = FileWords.Styles.WordOf(sales.Style), sales.PriceStep, sales.AgreementHours, sales.CoolDownDays,
        sales.HaggleCart, sales.TakeoverMinutes, profile.Paused, sales.VoiceReplies,
    };

    private static Dictionary<string, string?>? Hours(IReadOnlyDictionary<DayOfWeek, OpeningHours>? hours) => hours is null ? null
        : FileWords.Days.ToDictionary(d => d.Word, d => hours.TryGetValue(d.Day, out var open) ? $"{Time(open.Opens)}-{Time(open.Closes)}" : null);

    private static object Delivery(DeliveryTerms terms, IEnumerable<object> zones) => new
    {
        terms.FreeFrom, terms.FreeZones,
        Waives = FileWords.Waivers.WordOf(terms.Waives),
        SameDayCutoff = Time(terms.SameDayCutoff),
        Surcharge = terms.Surcharge is null && terms.RoundTo == 1 ? null
            : new { terms.Surcharge?.FreeGrams, terms.Surcharge?.PerExtraKilogram, terms.RoundTo },
        FileWords.UnknownPlace,
        Zones = zones,
    };

    private static object Zone(DeliveryZone zone) => new
    {
        zone.Code, zone.Name, zone.Fee, zone.Eta, zone.Aliases,
        Polygon = (zone.Area as PolygonArea)?.Corners.Select(c => new[] { c.Latitude, c.Longitude }),
        Circle = zone.Area is CircleArea circle
            ? new { circle.Centre.Latitude, circle.Centre.Longitude, Kilometres = circle.Metres / 1000m }
            : null,
        Band = zone.Area is BandArea band ? new { FromKilometres = band.FromMetres / 1000m, ToKilometres = band.ToMetres / 1000m } : null,
        zone.FreeFrom, SameDayCutoff = Time(zone.SameDayCutoff), zone.CashOnDelivery, zone.MinimumOrder,
    };

    private static object ProductOf(Product product, ProductDetails details, Func<string, string> pathOfPhoto) => new
    {
        product.Sku, details.Name, details.Aliases, details.Category, details.Description,
        Price = details.ListPrice, Floor = details.FloorPrice, details.MaxDiscountPercent, details.Negotiable,
        Style = details.Style is { } style ? FileWords.Styles.WordOf(style) : null,
        details.Step, details.Stock, details.WeightGrams,
        Tiers = details.Tiers.Select(t => new { t.MinQuantity, t.UnitPrice }),
        Variants = details.Variants.Select(v => new { v.Name, v.Stock }),
        Photos = product.Photos.Select(pathOfPhoto), details.WarrantyMonths,
        RestockOn = details.RestockOn is { } day ? Day(day) : null,
    };

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
