using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Moments as the shop's customers read them, in its time zone.</summary>
internal static class LocalTimes
{
    public static string Moment(Tenant shop, DateTimeOffset at, string language)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(shop.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var (day, time) = (EtaSentence.Day(language, DateOnly.FromDateTime(local)), ShopWords.Time(TimeOnly.FromDateTime(local), language));
        return language == "en" ? $"{day}, {time}" : $"{day} à {time}";
    }
}
