using System.Text;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace WaSaas.Infrastructure.Llm;

/// <summary>Puts an answer together that comes in pieces. A draft is checked as a whole, so nothing of it is passed on before its end.</summary>
internal sealed class OpenAiStream
{
    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<int, Call> _calls = [];
    private ChatTokenUsage? _usage;
    private string? _model;
    private bool _finished;

    /// <exception cref="IOException">The stream ended before the answer did.</exception>
    public static async Task<ChatResponse> ReadAsync(IAsyncEnumerable<StreamingChatCompletionUpdate> updates, CancellationToken ct)
    {
        var stream = new OpenAiStream();
        await foreach (var update in updates.WithCancellation(ct))
        {
            stream.Take(update);
        }

        return stream._finished ? stream.Whole() : throw new IOException("The stream ended in the middle of the answer.");
    }

    private void Take(StreamingChatCompletionUpdate update)
    {
        _model ??= update.Model;
        _usage = update.Usage ?? _usage;
        _finished |= update.FinishReason is not null;
        foreach (var part in update.ContentUpdate.Where(part => part.Kind == ChatMessageContentPartKind.Text))
        {
            _text.Append(part.Text);
        }

        foreach (var piece in update.ToolCallUpdates)
        {
            if (!_calls.TryGetValue(piece.Index, out var call))
            {
                _calls.Add(piece.Index, call = new Call());
            }

            call.Take(piece);
        }
    }

    private ChatResponse Whole()
    {
        var contents = new List<AIContent>();
        contents.AddRange(_text.Length > 0 ? [new TextContent(_text.ToString())] : []);
        contents.AddRange(_calls.Values.Select(call => OpenAiMessages.Call(call.Id, call.Name, call.Arguments.ToString())));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)) { ModelId = _model, Usage = OpenAiMessages.Usage(_usage) };
    }

    private sealed class Call
    {
        public string Id { get; private set; } = "";

        public string Name { get; private set; } = "";

        public StringBuilder Arguments { get; } = new();

        public void Take(StreamingChatToolCallUpdate piece)
        {
            Id = string.IsNullOrEmpty(piece.ToolCallId) ? Id : piece.ToolCallId;
            Name = string.IsNullOrEmpty(piece.FunctionName) ? Name : piece.FunctionName;
            Arguments.Append(piece.FunctionArgumentsUpdate?.ToString());
        }
    }
}
