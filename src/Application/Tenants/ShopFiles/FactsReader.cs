using System.Globalization;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>What the assistant may tell of the shop beside its products.</summary>
internal static class FactsReader
{
    private const int MaxPayment = 80;
    private const int MaxPayments = 20;

    public static Func<ShopFacts, ShopFacts> Read(JsonFields fields)
    {
        var (location, hours) = (Location(fields), Hours(fields));
        var closed = fields.Items("closedDays", (path, item) =>
            JsonFieldForms.DateOf(item.ValueKind == System.Text.Json.JsonValueKind.String ? item.GetString()! : "", path));
        var (payment, returns) = (fields.Texts("payment", MaxPayment), fields.Text("returns", ShopFacts.MaxText));
        if (payment.Value?.Count > MaxPayments)
        {
            throw fields.Refuse("payment", string.Create(CultureInfo.InvariantCulture, $"holds at most {MaxPayments} ways to pay."));
        }

        return known => known with
        {
            Location = location.Or(known.Location),
            Hours = hours(known.Hours),
            ClosedDays = closed.Or(known.ClosedDays) ?? [],
            Payment = payment.Or(known.Payment) ?? [],
            Returns = returns.Or(known.Returns),
        };
    }

    private static Given<ShopLocation?> Location(JsonFields shop)
    {
        var part = shop.Part("location");
        if (part.Value is not { } fields)
        {
            return new(part.IsGiven, null);
        }

        var place = new ShopLocation(
            (double)(fields.Number("latitude") ?? throw fields.Refuse("latitude", "is missing.")),
            (double)(fields.Number("longitude") ?? throw fields.Refuse("longitude", "is missing.")));
        fields.RefuseTheRest();
        return new(true, place);
    }

    /// <summary>A day that is left out stays as it is; null is closed.</summary>
    private static Func<IReadOnlyDictionary<DayOfWeek, OpeningHours>?, IReadOnlyDictionary<DayOfWeek, OpeningHours>?> Hours(JsonFields shop)
    {
        var part = shop.Part("hours");
        if (part.Value is not { } fields)
        {
            return known => part.IsGiven ? null : known;
        }

        var told = FileWords.Days.Select(d => (d.Day, Text: fields.Text(d.Word, 11), d.Word)).Where(d => d.Text.IsGiven)
            .Select(d => (d.Day, Hours: d.Text.Value is null ? null : HoursOf(d.Text.Value, fields, d.Word))).ToArray();
        fields.RefuseTheRest();
        return known =>
        {
            var days = known?.ToDictionary() ?? [];
            foreach (var (day, hours) in told)
            {
                days.Remove(day);
                if (hours is not null)
                {
                    days.Add(day, hours);
                }
            }

            return days;
        };
    }

    private static OpeningHours HoursOf(string text, JsonFields fields, string name)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Clock(parts[0], out var opens) && Clock(parts[1], out var closes) && opens != closes
            ? new OpeningHours(opens, closes)
            : throw fields.Refuse(name, "must be two times such as 08:00-19:00, or null for a closed day.");
    }

    private static bool Clock(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
