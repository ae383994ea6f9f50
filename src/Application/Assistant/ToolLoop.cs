using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant;

/// <summary>Lets a brain call tools until it has an answer, within bounds.</summary>
internal sealed class ToolLoop(IChatClient brain, ToolHost tools, TurnContext turn)
{
    public const int MaxRounds = 4;
    private const int MaxOutputTokens = 1_000;

    private readonly ChatOptions _options = new()
    {
        Tools = tools.Tools,
        ToolMode = ChatToolMode.Auto,
        MaxOutputTokens = MaxOutputTokens,
        AdditionalProperties = new() { [Embedded.EmbeddedChatClient.TurnKey] = turn, [ModelBrain.TenantKey] = turn.Tenant.Id.Value },
    };

    /// <summary>The draft; the messages grow by all that was called and said.</summary>
    /// <exception cref="BrainFailedException">The brain said nothing, or never came to an end.</exception>
    public async Task<string> RunAsync(List<ChatMessage> messages, CancellationToken ct)
    {
        for (var round = 1; round <= MaxRounds; round++)
        {
            // In the last round there is nobody left to read a tool's result.
            var answer = await AskAsync(messages, mayCall: round < MaxRounds, ct);
            if (CallsIn(answer) is not { Count: > 0 } calls)
            {
                return Draft(answer);
            }

            messages.Add(await tools.CallAllAsync(calls, ct));
        }

        throw new BrainFailedException("tool_loop");
    }

    /// <summary>One more answer to a correction, without tools.</summary>
    /// <exception cref="BrainFailedException">The brain said nothing or called a tool after all.</exception>
    public async Task<string> AskAgainAsync(List<ChatMessage> messages, CancellationToken ct)
    {
        var answer = await AskAsync(messages, mayCall: false, ct);
        return CallsIn(answer).Count == 0 ? Draft(answer) : throw new BrainFailedException("tool_loop");
    }

    private async Task<ChatResponse> AskAsync(List<ChatMessage> messages, bool mayCall, CancellationToken ct)
    {
        var options = _options.Clone();
        options.ToolMode = mayCall ? ChatToolMode.Auto : ChatToolMode.None;
        var answer = await brain.GetResponseAsync(messages, options, ct);
        messages.AddRange(answer.Messages);
        return answer;
    }

    private static List<FunctionCallContent> CallsIn(ChatResponse answer) =>
        [.. answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    private static string Draft(ChatResponse answer) =>
        string.IsNullOrWhiteSpace(answer.Text) ? throw new BrainFailedException("empty_answer") : answer.Text.Trim();
}

/// <summary>This brain cannot answer the turn; the next one on the ladder may. The code is for logs.</summary>
public sealed class BrainFailedException(string code, Exception? cause = null) : Exception($"The brain failed: {code}.", cause)
{
    public string Code { get; } = code;
}
