using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>How tool calls and results are written for models and for the trace.</summary>
public static class ToolJson
{
    /// <summary>A model that floods its arguments must not flood the trace.</summary>
    private const int MaxArgumentsLength = 1_000;

    // Accents and no-break spaces stay as they are: the model is to copy them.
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>A tool's result as a model reads it.</summary>
    public static string Write(object? result) => result switch
    {
        null => "",
        string text => text,
        _ => JsonSerializer.Serialize(result, result.GetType(), Options),
    };

    /// <summary>The same arguments in any order and spacing give the same text.</summary>
    internal static string Canonical(IDictionary<string, object?>? arguments) =>
        JsonSerializer.Serialize(Sorted(JsonSerializer.SerializeToNode(arguments ?? new Dictionary<string, object?>(), Options)), Options);

    internal static string WriteArguments(IDictionary<string, object?>? arguments)
    {
        var json = JsonSerializer.Serialize(arguments ?? new Dictionary<string, object?>(), Options);
        return json.Length <= MaxArgumentsLength ? json : json[..MaxArgumentsLength];
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .Where(field => field.Value is not null)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
