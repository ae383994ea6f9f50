using WaSaas.Application.Assistant;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// A simulated answer shows what would be spoken, also where no voice is to be had: without a file then. Figures are
/// written down beside it, because they are looked up later.
/// </summary>
internal static class Voiced
{
    public static AssistantAnswer Of(TurnContext turn, AssistantAnswer answer)
    {
        var first = answer.Replies.FirstOrDefault(reply => reply.Kind == ReplyKind.Text);
        return first is null || !IsWanted(turn) || answer.Replies.Any(reply => reply.Kind == ReplyKind.Voice)
            ? answer
            : answer with { Replies = [.. answer.Replies.SelectMany(reply => ReferenceEquals(reply, first) ? Spoken(turn, answer.Language, reply) : [reply])] };
    }

    private static bool IsWanted(TurnContext turn) => turn.IsTest
        && turn.Tenant.Sales.VoiceReplies != false
        && turn.Incoming.Any(message => message.Kind == MessageKind.Audio);

    private static IEnumerable<AssistantReply> Spoken(TurnContext turn, string language, AssistantReply reply)
    {
        yield return new AssistantReply(ReplyKind.Voice, SpokenText.Of(reply.Text, language, turn.Tenant.Currency));
        if (reply.Recap is not null || reply.Text.Any(char.IsDigit))
        {
            yield return reply;
        }
    }
}
