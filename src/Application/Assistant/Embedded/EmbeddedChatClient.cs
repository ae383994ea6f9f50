using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>
/// The assistant that needs no account: rules and templates in French and English behind the same seam as any model.
/// Deterministic, no I/O. The first answer plans tool calls; once their results are in the messages, it words the text.
/// </summary>
public sealed class EmbeddedChatClient : IChatClient
{
    /// <summary>Where the turn stands in <see cref="ChatOptions.AdditionalProperties"/>.</summary>
    internal const string TurnKey = "wasaas.turn";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = options?.AdditionalProperties?[TurnKey] as TurnContext
            ?? throw new ArgumentException("The embedded assistant needs the turn in the options.", nameof(options));
        return Task.FromResult(new ChatResponse(Answer(turn, messages.SelectMany(message => message.Contents))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatMessage Answer(TurnContext turn, IEnumerable<AIContent> contents)
    {
        ToolResult[] results = [.. contents.OfType<FunctionResultContent>().Select(content => content.Result).OfType<ToolResult>()];
        var reading = Reading.Of(turn);
        var plan = new Plan(reading, turn, results);

        // A lookup that failed is not tried again, nor talked around: the code outside turns this into a hand-off.
        if (results.OfType<ToolError>().FirstOrDefault() is { } error)
        {
            throw new InvalidOperationException($"A tool answered {error.Code}.");
        }

        var calls = plan.NextCalls();
        return calls.Count > 0
            ? new ChatMessage(ChatRole.Assistant, [.. calls.Select((call, i) => Call(results.Length + i, call.Tool, call.Arguments))])
            : new ChatMessage(ChatRole.Assistant, new Renderer(reading, turn, turn.Language ?? turn.Tenant.Language, plan, results).Render());
    }

    private static FunctionCallContent Call(int number, string tool, Dictionary<string, object?> arguments) =>
        new FunctionCallContent($"call_{number}", tool, arguments);
}
