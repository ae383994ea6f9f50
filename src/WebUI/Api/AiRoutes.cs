using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Api;

/// <summary>The simulator: the same assistant and the same turn as on WhatsApp, without a phone.</summary>
internal static class AiRoutes
{
    private const int MaxMessages = 20;

    private static readonly Error ConversationLength = new(
        "conversation_length", $"A conversation is named with 1 to {Simulator.MaxConversationLength} characters.");

    private static readonly Error MessageCount = new("message_count", $"Send 1 to {MaxMessages} messages.");
    private static readonly Error AuthorUnknown = new("author_unknown", "A message is from customer or vendor.");
    private static readonly Error KindUnknown = new("kind_unknown", "The kind of a message is text.");
    private static readonly Error TextLength = new("text_length", $"A text has 1 to {MessageContent.MaxTextLength} characters.");

    public static void MapAi(this IEndpointRouteBuilder api)
    {
        var ai = api.MapGroup("/ai");
        ai.MapPost("/simulate", SimulateAsync).WithAccess(Access.Tenant);
        ai.MapPost("/reset", ResetAsync).WithAccess(Access.Tenant);
    }

    private static async Task<IResult> SimulateAsync(SimulateRequest body, Simulator simulator, CancellationToken ct)
    {
        var messages = body.Messages ?? [];
        if (!IsName(body.Conversation))
        {
            return Problems.Of(ConversationLength);
        }

        if (messages.Count is 0 or > MaxMessages)
        {
            return Problems.Of(MessageCount);
        }

        if (messages.Select(Check).FirstOrDefault(e => e is not null) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        var burst = messages.Select(m => new SimulatedMessage(m!.From == "vendor", MessageContent.OfText(m.Text!))).ToList();
        var simulated = await simulator.SendAsync(body.Conversation!, burst, ct);
        return TypedResults.Ok(new SimulateAnswer([.. simulated.Replies.Select(r => new Reply(Name(r.Kind), r.Text))]));
    }

    private static async Task<IResult> ResetAsync(ResetRequest body, Simulator simulator, CancellationToken ct)
    {
        if (!IsName(body.Conversation))
        {
            return Problems.Of(ConversationLength);
        }

        await simulator.ResetAsync(body.Conversation!, ct);
        return TypedResults.NoContent();
    }

    private static bool IsName(string? conversation) => conversation?.Trim().Length is > 0 and <= Simulator.MaxConversationLength;

    private static Error? Check(SimulateMessage? message) => message switch
    {
        null or { Text: null } => TextLength,
        { From: not (null or "customer" or "vendor") } => AuthorUnknown,
        { Kind: not (null or "text") } => KindUnknown,
        { Text: var text } => text.Trim().Length is 0 || text.Length > MessageContent.MaxTextLength ? TextLength : null,
    };

    private static string Name(MessageKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private sealed record SimulateRequest(string? Conversation, IReadOnlyList<SimulateMessage?>? Messages);

    private sealed record SimulateMessage(string? From, string? Kind, string? Text);

    private sealed record SimulateAnswer(IReadOnlyList<Reply> Replies);

    private sealed record Reply(string Kind, string? Text);

    private sealed record ResetRequest(string? Conversation);
}
