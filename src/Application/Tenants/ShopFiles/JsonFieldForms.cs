using System.Globalization;
using System.Text.Json;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>Fields with a form of their own: lists, dates, times, small numbers.</summary>
internal static class JsonFieldForms
{
    private const int MaxItems = 1_000;

    /// <summary>An object; given and null when it says null.</summary>
    public static Given<JsonFields?> Part(this JsonFields fields, string name) => !fields.Take(name, out var element)
        ? default
        : new(true, element.ValueKind == JsonValueKind.Null ? null : new JsonFields(element, fields.PathOf(name)));

    /// <summary>A list of objects; given and null when it says null.</summary>
    public static Given<IReadOnlyList<JsonFields>?> Parts(this JsonFields fields, string name) =>
        fields.Items(name, (path, item) => new JsonFields(item, path));

    public static Given<IReadOnlyList<string>?> Texts(this JsonFields fields, string name, int max) => fields.Items(name, (path, item) =>
    {
        var text = item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : throw new ShopFileException(path, "must be a text in quotes.");
        return text.Length > 0 && text.Length <= max
            ? text
            : throw new ShopFileException(path, string.Create(CultureInfo.InvariantCulture, $"has 1 to {max} characters."));
    });

    public static Given<IReadOnlyList<T>?> Items<T>(this JsonFields fields, string name, Func<string, JsonElement, T> read)
    {
        if (!fields.Take(name, out var element))
        {
            return default;
        }

        return element.ValueKind switch
        {
            JsonValueKind.Null => new(true, null),
            JsonValueKind.Array when element.GetArrayLength() > MaxItems => throw fields.Refuse(name, "is too long."),
            JsonValueKind.Array => new(true, [.. element.EnumerateArray().Select((item, i) => read($"{fields.PathOf(name)}[{i}]", item))]),
            _ => throw fields.Refuse(name, "must be a list in brackets."),
        };
    }

    public static Given<int?> Count(this JsonFields fields, string name)
    {
        var whole = fields.Whole(name);
        return whole.Value is > int.MaxValue or < int.MinValue
            ? throw fields.Refuse(name, "is too large.")
            : new(whole.IsGiven, (int?)whole.Value);
    }

    /// <summary>A step or a price: more than zero.</summary>
    public static Given<long?> Positive(this JsonFields fields, string name)
    {
        var whole = fields.Whole(name);
        return whole.Value is <= 0 ? throw fields.Refuse(name, "must be more than zero.") : whole;
    }

    public static decimal? Number(this JsonFields fields, string name)
    {
        if (!fields.Take(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)
            ? number
            : throw fields.Refuse(name, "must be a number.");
    }

    public static Given<TimeOnly?> Time(this JsonFields fields, string name)
    {
        var text = fields.Text(name, 5);
        return text.Value is null ? new(text.IsGiven, null)
            : TimeOnly.TryParseExact(text.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? new(true, time)
                : throw fields.Refuse(name, "must be a time such as 16:00.");
    }

    public static Given<DateOnly?> Date(this JsonFields fields, string name)
    {
        var text = fields.Text(name, 10);
        return text.Value is null ? new(text.IsGiven, null) : new(true, DateOf(text.Value, fields.PathOf(name)));
    }

    public static DateOnly DateOf(string text, string path) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ShopFileException(path, "must be a day such as 2026-12-25.");

    /// <summary>One word out of a list.</summary>
    public static Given<T?> Word<T>(this JsonFields fields, string name, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct
    {
        var text = fields.Text(name, 40);
        if (text.Value is null)
        {
            return new(text.IsGiven, null);
        }

        foreach (var (word, value) in words)
        {
            if (word == text.Value)
            {
                return new(true, value);
            }
        }

        throw fields.Refuse(name, $"must be one of: {string.Join(", ", words.ToArray().Select(w => w.Word))}.");
    }
}
