using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using WaSaas.Application.Assistant.Tools;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using WireMessage = OpenAI.Chat.ChatMessage;

namespace WaSaas.Infrastructure.Llm;

/// <summary>Translates between the seam's messages and those of the chat completions protocol.</summary>
internal static class OpenAiMessages
{
    public static IEnumerable<WireMessage> ToWire(IEnumerable<ChatMessage> messages) => messages.SelectMany(ToWire);

    public static ChatMessage FromWire(ChatCompletion completion)
    {
        var contents = new List<AIContent>();
        contents.AddRange(completion.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text).Select(part => new TextContent(part.Text)));
        contents.AddRange(completion.ToolCalls.Select(FromWire));
        return new ChatMessage(ChatRole.Assistant, contents);
    }

    /// <summary>Arguments that are no JSON object are told to the model as such by whoever runs the call.</summary>
    public static FunctionCallContent Call(string id, string name, string arguments) =>
        FunctionCallContent.CreateFromParsedArguments(arguments, id, name, Arguments);

    public static UsageDetails? Usage(ChatTokenUsage? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
    };

    private static IEnumerable<WireMessage> ToWire(ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
        {
            return message.Contents.OfType<FunctionResultContent>().Select(result => new ToolChatMessage(result.CallId, ToolJson.Write(result.Result)));
        }

        return
        [
            message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
                : message.Role == ChatRole.Assistant ? Assistant(message)
                : User(message),
        ];
    }

    // Plain text stays a string: not every server takes parts.
    private static UserChatMessage User(ChatMessage message)
    {
        var pictures = message.Contents.OfType<DataContent>().Select(picture => ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(picture.Data), picture.MediaType)).ToArray();
        return pictures.Length == 0 ? new UserChatMessage(message.Text) : new UserChatMessage([ChatMessageContentPart.CreateTextPart(message.Text), .. pictures]);
    }

    private static AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(ToWire).ToArray();
        if (calls.Length == 0)
        {
            return new AssistantChatMessage(message.Text);
        }

        var wire = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
        {
            wire.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        }

        return wire;
    }

    // Broken arguments go back as none: servers refuse a history that is not JSON.
    private static ChatToolCall ToWire(FunctionCallContent call) => ChatToolCall.CreateFunctionToolCall(
        call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>())));

    private static FunctionCallContent FromWire(ChatToolCall call) => Call(call.Id, call.FunctionName, call.FunctionArguments.ToString());

    private static Dictionary<string, object?> Arguments(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, object?>>(json) ?? throw new JsonException("The arguments are null.");
}
