using System.Text.Json;
using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A model that plays a script, one step a round; the last step repeats. It remembers all that it was shown.</summary>
public sealed class ScriptedModel(params Func<CancellationToken, Task<ChatMessage>>[] steps) : IChatClient
{
    private int _round;

    public List<string> Seen { get; } = [];

    public int Rounds => _round;

    public static Func<CancellationToken, Task<ChatMessage>> Says(string text) => _ => Task.FromResult(new ChatMessage(ChatRole.Assistant, text));

    public static Func<CancellationToken, Task<ChatMessage>> Calls(string tool, params (string Name, object? Value)[] arguments) =>
        _ => Task.FromResult(new ChatMessage(ChatRole.Assistant, [Call(tool, arguments)]));

    public static Func<CancellationToken, Task<ChatMessage>> CallsBrokenJson(string tool) => _ => Task.FromResult(new ChatMessage(
        ChatRole.Assistant, [new FunctionCallContent("broken", tool) { Exception = new JsonException("broken") }]));

    public static Func<CancellationToken, Task<ChatMessage>> Throws(Exception exception) => _ => Task.FromException<ChatMessage>(exception);

    public static Func<CancellationToken, Task<ChatMessage>> Hangs() => async ct =>
    {
        await Task.Delay(Timeout.Infinite, ct);
        throw new InvalidOperationException("never reached");
    };

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Seen.Add(string.Join('\n', messages.SelectMany(message => message.Contents).Select(Written)));
        Seen.Add(string.Join('\n', (options?.Tools ?? []).OfType<AIFunction>().Select(tool => $"{tool.Name} {tool.Description} {tool.JsonSchema}")));
        var step = steps[Math.Min(_round++, steps.Length - 1)];
        return new ChatResponse(await step(cancellationToken));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The assistant does not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static FunctionCallContent Call(string tool, (string Name, object? Value)[] arguments) => new(
        $"call-{tool}", tool, arguments.ToDictionary(pair => pair.Name, pair => pair.Value is null ? null : (object?)JsonSerializer.SerializeToElement(pair.Value)));

    private static string Written(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => $"{call.Name} {ToolJson.WriteArguments(call.Arguments)}",
        FunctionResultContent { Result: ToolResult result } => ToolJson.Write(result),
        _ => content.ToString() ?? "",
    };
}
