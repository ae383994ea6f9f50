using System.Text.Encodings.Web;
using System.Text.Json;
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

    internal static string WriteArguments(IDictionary<string, object?>? arguments)
    {
        var json = JsonSerializer.Serialize(arguments ?? new Dictionary<string, object?>(), Options);
        return json.Length <= MaxArgumentsLength ? json : json[..MaxArgumentsLength];
    }
}
