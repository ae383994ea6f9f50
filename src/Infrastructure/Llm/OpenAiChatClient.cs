using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using WaSaas.Application.Assistant;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace WaSaas.Infrastructure.Llm;

/// <summary>
/// An OpenAI-compatible endpoint behind the seam of Microsoft.Extensions.AI, over the official package. Only fields that
/// such servers share are sent: no temperature (reasoning models refuse it), no strict schemas.
/// </summary>
/// <param name="client">The package's client for one model.</param>
/// <param name="streams">Ask for the answer in pieces.</param>
/// <param name="keyed">Name the shop as the key of the provider's prompt cache.</param>
internal sealed class OpenAiChatClient(ChatClient client, bool streams, bool keyed) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (wire, wanted) = (OpenAiMessages.ToWire(messages), ToWire(options));
        if (streams)
        {
            return await OpenAiStream.ReadAsync(client.CompleteChatStreamingAsync(wire, wanted, cancellationToken), cancellationToken);
        }

        ChatCompletion completion = await client.CompleteChatAsync(wire, wanted, cancellationToken);
        return new ChatResponse(OpenAiMessages.FromWire(completion)) { ModelId = completion.Model, Usage = OpenAiMessages.Usage(completion.Usage) };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A draft is checked as a whole before a customer sees any of it, so there is nothing to pass on in pieces.
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

    private ChatCompletionOptions ToWire(ChatOptions? options)
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

        if (keyed && options?.AdditionalProperties?.GetValueOrDefault(ModelBrain.TenantKey) is Guid shop)
        {
#pragma warning disable SCME0001 // The package has no property for this field; its way to add one is marked experimental.
            wire.Patch.Set("$.prompt_cache_key"u8, shop.ToString("N"));
#pragma warning restore SCME0001
        }

        return wire;
    }
}
