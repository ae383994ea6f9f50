using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant;

/// <summary>Lets a brain call tools until it has an answer, within bounds.</summary>
internal sealed class ToolLoop(IChatClient brain, ToolHost tools, TurnSession session)
{
    public const int MaxRounds = 4;

    /// <summary>Where a brain hands back the <see cref="Question"/> that its answer asks.</summary>
    public const string QuestionKey = "wasaas.question";

    private const int MaxOutputTokens = 1_000;

    private readonly ChatOptions _options = new()
    {
        Tools = tools.Tools,
        ToolMode = ChatToolMode.Auto,
        MaxOutputTokens = MaxOutputTokens,
        AdditionalProperties = new() { [Embedded.EmbeddedChatClient.TurnKey] = session.Turn, [ModelBrain.TenantKey] = session.Turn.Tenant.Id.Value },
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
        session.Asked = answer.AdditionalProperties?.GetValueOrDefault(QuestionKey) as Question ?? session.Asked;
        return answer;
    }

    private static List<FunctionCallContent> CallsIn(ChatResponse answer) =>
        [.. answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    private string Draft(ChatResponse answer) =>
        !string.IsNullOrWhiteSpace(answer.Text) ? answer.Text.Trim()
        : session.SpeaksForItself ? ""
        : throw new BrainFailedException("empty_answer");
}

/// <summary>This brain cannot answer the turn; the next one on the ladder may. The code is for logs.</summary>
public sealed class BrainFailedException(string code, Exception? cause = null) : Exception($"The brain failed: {code}.", cause)
{
    public string Code { get; } = code;
}
