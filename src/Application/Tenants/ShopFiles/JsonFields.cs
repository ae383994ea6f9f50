using System.Text.Json;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>One JSON object, read field by field; what nobody asked for is refused at the end, so that a typing error is not lost.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly string _path;

    public JsonFields(JsonElement element, string path)
    {
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ShopFileException(path.Length == 0 ? "file" : path, "must be an object in braces.");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!_fields.TryAdd(property.Name, property.Value))
            {
                throw Refuse(property.Name, "stands here twice.");
            }
        }
    }

    public ShopFileException Refuse(string name, string problem) => new(PathOf(name), problem);

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public string Path => _path;

    public bool IsNamed(string name) => _fields.ContainsKey(name);

    public Given<string?> Text(string name, int max) => Read(name, JsonValueKind.String, "must be a text in quotes.", element =>
    {
        var text = element.GetString()!.Trim();
        return text.Length switch
        {
            0 => throw Refuse(name, "must not be empty; leave it out or write null."),
            _ when text.Length > max => throw Refuse(name, $"has at most {max} characters."),
            _ => text,
        };
    });

    public Given<long?> Whole(string name)
    {
        var read = Read<long?>(name, JsonValueKind.Number, "must be a whole number.", element =>
            element.TryGetInt64(out var value) ? value : throw Refuse(name, "must be a whole number (amounts are in minor units)."));
        return read;
    }

    public Given<bool?> Flag(string name)
    {
        if (!Take(name, out var element))
        {
            return default;
        }

        return element.ValueKind switch
        {
            JsonValueKind.True => new(true, true),
            JsonValueKind.False => new(true, false),
            JsonValueKind.Null => new(true, null),
            _ => throw Refuse(name, "must be true or false."),
        };
    }

    public JsonFields? Object(string name) =>
        Take(name, out var element) && element.ValueKind != JsonValueKind.Null ? new JsonFields(element, PathOf(name)) : null;

    public IReadOnlyList<JsonFields>? List(string name)
    {
        if (!Take(name, out var element))
        {
            return null;
        }

        return element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().Select((item, i) => new JsonFields(item, $"{PathOf(name)}[{i}]"))]
            : throw Refuse(name, "must be a list in brackets.");
    }

    public void RefuseTheRest()
    {
        foreach (var name in _fields.Keys.Where(name => !_read.Contains(name)))
        {
            throw Refuse(name, "is not a field of the format.");
        }
    }

    /// <summary>For forms of their own; false when the field is left out.</summary>
    public bool Take(string name, out JsonElement element)
    {
        _read.Add(name);
        return _fields.TryGetValue(name, out element);
    }

    private Given<T?> Read<T>(string name, JsonValueKind kind, string otherwise, Func<JsonElement, T> convert)
    {
        if (!Take(name, out var element))
        {
            return default;
        }

        return element.ValueKind == JsonValueKind.Null ? new(true, default)
            : element.ValueKind == kind ? new(true, convert(element)) : throw Refuse(name, otherwise);
    }
}
