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

    public string OneOf(string name, IReadOnlyCollection<string> allowed)
    {
        var text = Text(name, 60);
        return allowed.Contains(text)
            ? text
            : throw new ToolArgumentException($"'{name}' must be one of: {string.Join(", ", allowed)}.");
    }

    private object? Value(string name) => values.TryGetValue(name, out var value) ? value : null;
}
