using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages;

/// <summary>Reads what people type; an empty field is not set, and one that makes no sense is told by its name.</summary>
internal sealed class FormReading(Action<string> unreadable)
{
    /// <summary>What a date field of a browser sends.</summary>
    public const string DayForm = "yyyy-MM-dd";

    public bool IsReadable { get; private set; } = true;

    public static string? Text(long? minor, Currency currency) => minor is { } amount ? AmountText.ForInput(amount, currency) : null;

    public long? Amount(string field, string? text, Currency currency) =>
        string.IsNullOrWhiteSpace(text) ? null : AmountText.TryParse(text, currency, out var minor) ? minor : (long?)Unreadable(field);

    public int? Count(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(Compact(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
        : Unreadable(field);

    public DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Unreadable(field);
        return null;
    }

    public TimeOnly? Time(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time))
        {
            return time;
        }

        Unreadable(field);
        return null;
    }

    /// <summary>With a point or a comma; a field that is needed may not be empty.</summary>
    public double? Number(string field, string? text) =>
        double.TryParse((text ?? "").Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : Unreadable(field);

    /// <summary>A text of several lines, one thing to a line.</summary>
    public static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public int? Unreadable(string field)
    {
        IsReadable = false;
        unreadable(field);
        return null;
    }

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
