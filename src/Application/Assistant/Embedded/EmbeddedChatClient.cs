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

    /// <summary>Where the question that the text asks stands in <see cref="ChatResponse.AdditionalProperties"/>.</summary>
    internal const string QuestionKey = "wasaas.question";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = options?.AdditionalProperties?[TurnKey] as TurnContext
            ?? throw new ArgumentException("The embedded assistant needs the turn in the options.", nameof(options));
        return Task.FromResult(Answer(turn, [.. messages.SelectMany(message => message.Contents)], mayCall: options!.ToolMode is not NoneChatToolMode));
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

    private static ChatResponse Answer(TurnContext turn, IReadOnlyList<AIContent> contents, bool mayCall)
    {
        var ledger = Ledger.Of(contents);

        // A tool that failed is not tried again, nor talked around: the code outside turns this into a hand-off.
        if (ledger.All<ToolError>().FirstOrDefault(error => error.Code is "tool_failed" or "unknown_tool") is { } error)
        {
            throw new InvalidOperationException($"A tool answered {error.Code}.");
        }

        var situation = new Situation(turn, Reading.Of(turn), ledger);
        var calls = mayCall ? new Plan(situation).NextCalls() : [];
        return calls.Count > 0
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. calls.Select((call, i) => Call(ledger.Calls.Count + i, call))]))
            : Spoken(turn, situation);
    }

    private static ChatResponse Spoken(TurnContext turn, Situation situation)
    {
        var speaker = new Speaker(turn, turn.Language ?? turn.Tenant.Language);
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, new Renderer(situation, speaker).Render()));
        if (speaker.Asked is { } question)
        {
            response.AdditionalProperties = new() { [QuestionKey] = question };
        }

        return response;
    }

    private static FunctionCallContent Call(int number, PlannedCall call) => new($"call_{number}", call.Tool, call.Arguments);
}
