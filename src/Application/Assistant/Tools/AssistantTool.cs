using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>A tool of the assistant for one turn. Who is served comes from the turn, never from the arguments.</summary>
internal abstract class AssistantTool(string name, string description, string parametersSchema) : AIFunction
{
    public override string Name { get; } = name;

    public override string Description { get; } = description;

    public override JsonElement JsonSchema { get; } = JsonDocument.Parse(parametersSchema).RootElement;

    protected sealed override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(new ToolArguments(arguments), cancellationToken);
        }
        catch (ToolArgumentException wrong)
        {
            return new ToolError("invalid_arguments", wrong.Message);
        }
    }

    protected abstract Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct);
}

/// <summary>The arguments do not fit the schema; the message tells the model how to mend them.</summary>
internal sealed class ToolArgumentException(string message) : Exception(message);

/// <summary>Reads arguments that came as JSON from a model, or as plain values from the embedded assistant.</summary>
internal sealed class ToolArguments(IDictionary<string, object?> values)
{
    public string Text(string name, int maxLength)
    {
        var text = Value(name) switch
        {
            string plain => plain,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
            _ => throw new ToolArgumentException($"'{name}' must be a string."),
        };
        return UntrustedText.Clean(text, maxLength);
    }

    public int Number(string name, int byDefault, int min, int max) => Value(name) switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => byDefault,
        int plain => Math.Clamp(plain, min, max),
        JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt32(out var number) => Math.Clamp(number, min, max),
        _ => throw new ToolArgumentException($"'{name}' must be a whole number."),
    };

    /// <summary>Null when it is not given or empty.</summary>
    public string? TextOrNothing(string name, int maxLength) => Given(name) && Text(name, maxLength) is { Length: > 0 } text ? text : null;

    /// <summary>Digits that a brain wrote as a number or as text; null when there are none.</summary>
    public string? Numeral(string name, int maxLength) => !Given(name) ? null
        : new string([.. (Json(name) is { ValueKind: JsonValueKind.Number } json ? json.GetRawText() : Text(name, maxLength)).Where(char.IsAsciiDigit)]) is { Length: > 0 } digits ? digits
        : null;

    public bool? Flag(string name) => Value(name) switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => null,
        bool plain => plain,
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        _ => throw new ToolArgumentException($"'{name}' must be true or false."),
    };

    /// <summary>A number in major units; models also write it as a string.</summary>
    public decimal? Amount(string name) => Given(name)
        ? Json(name) switch
        {
            { ValueKind: JsonValueKind.Number } json when json.TryGetDecimal(out var number) => number,
            { ValueKind: JsonValueKind.String } json when decimal.TryParse(json.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new ToolArgumentException($"'{name}' must be a number."),
        }
        : null;

    /// <summary>The objects of a list, each to be read by itself.</summary>
    public IReadOnlyList<ToolArguments> Parts(string name, int most)
    {
        if (!Given(name) || Json(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0)
        {
            throw new ToolArgumentException($"'{name}' must be a list of objects.");
        }

        return list.GetArrayLength() <= most && list.EnumerateArray().All(part => part.ValueKind == JsonValueKind.Object)
            ? [.. list.EnumerateArray().Select(part => new ToolArguments(part.EnumerateObject().ToDictionary(field => field.Name, field => (object?)field.Value)))]
            : throw new ToolArgumentException($"'{name}' must be a list of at most {most} objects.");
    }

    public string? OneOfOrNothing(string name, IReadOnlyCollection<string> allowed) => TextOrNothing(name, 60) is null ? null : OneOf(name, allowed);

    public string OneOf(string name, IReadOnlyCollection<string> allowed)
    {
        var text = Text(name, 60);
        return allowed.Contains(text)
            ? text
            : throw new ToolArgumentException($"'{name}' must be one of: {string.Join(", ", allowed)}.");
    }

    private bool Given(string name) => Value(name) is not (null or JsonElement { ValueKind: JsonValueKind.Null });

    private JsonElement Json(string name) => Value(name) is JsonElement json ? json : JsonSerializer.SerializeToElement(Value(name));

    private object? Value(string name) => values.TryGetValue(name, out var value) ? value : null;
}
