using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>
/// Takes the next message of a conversation's outbox, in order; null when there is nothing to send now. What may have left
/// already is sent once more with the same id, and not before receipts had time to come in after a reconnect.
/// </summary>
public sealed record ClaimOutgoing(ConversationId Id) : ICommand<ClaimedOutgoing?>, IResumable;

public sealed record ClaimedOutgoing(MessageId Id, Channel Channel, OutgoingMessage Message);

internal sealed class ClaimOutgoingHandler(IAppDbContext db, AssistantStops stops, SendingGate gate, TimeProvider clock)
    : ICommandHandler<ClaimOutgoing, ClaimedOutgoing?>
{
    private const int TriesOnceItMayHaveLeft = 2;

    public async Task<ClaimedOutgoing?> Handle(ClaimOutgoing command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.TagWith(WorkQueries.TakeInOrder).SingleAsync(c => c.Id == command.Id, cancellationToken);
        var now = conversation.ClockAt(clock.GetUtcNow());
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == conversation.SessionId, cancellationToken);
        var open = await db.Messages
            .Where(m => m.ConversationId == command.Id && m.DueAt != null)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        if (open.Any(IsByAssistant) && await stops.SilenceAsync(conversation, cancellationToken))
        {
            open.Where(IsByAssistant).ToList().ForEach(message => Stop(conversation, message));
            open.RemoveAll(IsByAssistant);
        }

        foreach (var message in open)
        {
            if (message.DueAt > now)
            {
                if (message.MayHaveLeft)
                {
                    continue;
                }

                return null;
            }

            if (message.MayHaveLeft && !MaySendAgain(message, session, now))
            {
                continue;
            }

            if (!await gate.AdmitAsync(conversation, session, message, now, cancellationToken))
            {
                if (message.DueAt is not null)
                {
                    return null;
                }

                continue;
            }

            message.Claim(now);
            return new ClaimedOutgoing(
                message.Id,
                conversation.Channel,
                new OutgoingMessage(conversation.SessionId, conversation.ReplyTo, message.ExternalId, message.Content));
        }

        return null;
    }

    private static bool IsByAssistant(Message message) => message.Author == MessageAuthor.Assistant;

    /// <summary>Late is worse than not at all: what an emergency stop finds in the outbox never leaves, and the thread shows it.</summary>
    private static void Stop(Conversation conversation, Message message)
    {
        if (message.MayHaveLeft)
        {
            message.OutcomeUnknown();
        }
        else
        {
            conversation.Record(message, MessageStatus.Failed, "assistant_stopped");
        }
    }

    private static bool MaySendAgain(Message message, WhatsAppSession? session, DateTimeOffset now)
    {
        if (message.Attempts >= TriesOnceItMayHaveLeft)
        {
            message.OutcomeUnknown();
            return false;
        }

        if (session is not null && session.Since + Message.SendLease > now)
        {
            message.LookAgainAt(session.Since + Message.SendLease);
            return false;
        }

        return true;
    }
}
