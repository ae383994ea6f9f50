using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace WaSaas.Infrastructure.Llm;

/// <summary>
/// An OpenAI-compatible endpoint behind the seam of Microsoft.Extensions.AI, over the official package. Only fields that
/// such servers share are sent: no temperature (reasoning models refuse it), no strict schemas.
/// </summary>
internal sealed class OpenAiChatClient(ChatClient client) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await client.CompleteChatAsync(OpenAiMessages.ToWire(messages), ToWire(options), cancellationToken);
        return new ChatResponse(OpenAiMessages.FromWire(completion)) { ModelId = completion.Model, Usage = Usage(completion.Usage) };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A draft is checked as a whole before a customer sees any of it, so there is nothing to stream.
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

    private static ChatCompletionOptions ToWire(ChatOptions? options)
    {
        var wire = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens };
        foreach (var tool in options?.Tools?.OfType<AIFunction>() ?? [])
        {
            wire.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        }

        if (wire.Tools.Count > 0)
        {
            wire.ToolChoice = options!.ToolMode is NoneChatToolMode ? ChatToolChoice.CreateNoneChoice() : ChatToolChoice.CreateAutoChoice();
        }

        return wire;
    }

    private static UsageDetails? Usage(ChatTokenUsage? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
    };
}
